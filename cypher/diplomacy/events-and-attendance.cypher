// Summits and other events, and who attended
// Summits, conferences and meetings with those that attended or hosted them, where they took place, and the sentence
// behind each.
// $event = "" (optional Event) only this event
// $participant = "" (optional Actor) only what this actor attended or hosted
// $place = "" (optional Entity) only events held in this place or state
// $from = "" (optional date) not before this date
// $to = "" (optional date) not after this date (a month or year counts in full)
// $organisation = "" (optional Organisation) only those that were its members then: at the date of the claim, else of the document
// $among = [] (list) only actors with these keys
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// answers: who=participant what=event when=date where=places
// asks: $participant? PARTICIPATED_IN|HOSTED Event $event? in:$place? @organisation?
// asks: Event $event? HELD_IN in:$place?
// asks: Event $event? $participant? participant|attendance|attendee|guest|host? in:$place? @organisation?
MATCH (event:Event)<-[:OBJECT]-(claim:Claim)-[:SUBJECT]->(participant:Actor)
WHERE claim.predicate IN ["PARTICIPATED_IN", "HOSTED"] AND claim.confidence >= $minConfidence
  AND ($event = "" OR event.key = $event)
  AND ($participant = "" OR participant.key = $participant)
  AND ($from = "" OR claim.date >= $from) AND ($to = "" OR claim.date <= $to OR claim.date STARTS WITH $to)
  AND ($place = "" OR EXISTS {
    (event)<-[:SUBJECT]-(:Claim {predicate: "HELD_IN", polarity: "affirmed"})-[:OBJECT]->(:Entity {key: $place})
  })
MATCH (claim)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
WITH *, coalesce(claim.date, article.published) AS heldOn
WHERE ($among = [] OR participant.key IN $among)
  AND ($organisation = "" OR EXISTS {
    MATCH (participant)-[fact:MEMBER_OF {origin: "reference"}]->(:Organisation {key: $organisation})
    WITH coalesce(fact.since, "0000-01-01") AS since, coalesce(fact.until, "9999-12-31") AS until
    WHERE heldOn IS NULL
       OR ((since <= heldOn OR since STARTS WITH heldOn)
           AND (heldOn < until OR (heldOn STARTS WITH until AND size(until) < 10)))
    RETURN since
  })
WITH * ORDER BY size(coalesce(claim.date, "")) DESC, claim.confidence DESC, article.published, claim.key
WITH event, participant, claim.predicate AS predicate, claim.polarity AS polarity, claim.modality AS modality,
     count(DISTINCT article) AS documents,
     collect({claim: claim, sentence: sentence, document: article})[0] AS best
WITH event, min(best.claim.date) AS heldAt,
     collect({participant: participant, predicate: predicate, polarity: polarity, modality: modality,
              documents: documents, best: best}) AS rows
WITH *, COLLECT {
       MATCH (event)<-[:SUBJECT]-(:Claim {predicate: "HELD_IN", polarity: "affirmed"})-[:OBJECT]->(place:Entity)
       RETURN DISTINCT place.name AS name ORDER BY name
     } AS places
UNWIND rows AS row
RETURN event.name AS event,
       coalesce(row.best.claim.date, "no date known") AS date,
       places,
       row.participant.name AS participant,
       CASE row.predicate WHEN "HOSTED" THEN "host" ELSE "participant" END AS part,
       CASE WHEN row.polarity = "negated" THEN "did not" ELSE row.modality END AS status,
       row.documents AS documents,
       row.best.sentence.text AS evidence,
       row.best.document.title AS document,
       row.best.document.publisher AS publisher,
       row.best.document.published AS published,
       coalesce(row.best.document.url, row.best.document.paths[0]) AS source,
       row.best.claim.confidence AS confidence,
       event.key AS eventKey,
       row.participant.key AS participantKey,
       row.best.claim.key AS claimKey,
       row.best.sentence.key AS sentenceKey
ORDER BY heldAt, event, eventKey, participant, part, status;
