// Exercises and who took part
// Exercises by year and place with those that took part or hosted them. One row for each, with the sentence that dates
// it best and the number of documents that say so.
// $exercise = "" (optional Exercise) only this exercise
// $participant = "" (optional Actor) only exercises in which this actor took part
// $when = "" (optional date) only what is dated to this year, month or day
// $from = "" (optional date) only what is dated, and not before this date
// $to = "" (optional date) only what is dated, and not after this date (a month or year counts in full)
// $place = "" (optional Entity) only exercises held in this place or state
// $organisation = "" (optional Organisation) only those that were its members then: at the date of the claim, else of the document
// $among = [] (list) only actors with these keys
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// answers: who=participant what=exercise when=date where=places
// asks: $participant? PARTICIPATED_IN|HOSTED Exercise $exercise? in:$place? @organisation?
// asks: Exercise $exercise? HELD_IN in:$place?
// asks: Exercise $exercise? $participant? participant|attendance|host|joint|military? in:$place? @organisation?
MATCH (exercise:Exercise)<-[:OBJECT]-(claim:Claim)-[:SUBJECT]->(participant:Actor)
WHERE claim.predicate IN ["PARTICIPATED_IN", "HOSTED"] AND claim.confidence >= $minConfidence
  AND ($exercise = "" OR exercise.key = $exercise)
  AND ($participant = "" OR EXISTS {
    (exercise)<-[:OBJECT]-(:Claim {predicate: "PARTICIPATED_IN"})-[:SUBJECT]->(:Actor {key: $participant})
  })
  AND ($place = "" OR EXISTS {
    (exercise)<-[:SUBJECT]-(:Claim {predicate: "HELD_IN", polarity: "affirmed"})-[:OBJECT]->(:Entity {key: $place})
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
WITH exercise, participant, claim.predicate AS predicate, claim.polarity AS polarity, claim.modality AS modality,
     count(DISTINCT article) AS documents,
     collect({claim: claim, sentence: sentence, document: article})[0] AS best
WHERE ($when = "" OR best.claim.date STARTS WITH $when)
  AND ($from = "" OR best.claim.date >= $from)
  AND ($to = "" OR best.claim.date <= $to OR best.claim.date STARTS WITH $to)
WITH exercise, min(best.claim.date) AS heldAt,
     collect({participant: participant, predicate: predicate, polarity: polarity, modality: modality,
              documents: documents, best: best}) AS rows
WITH *, COLLECT {
       MATCH (exercise)<-[:SUBJECT]-(:Claim {predicate: "HELD_IN", polarity: "affirmed"})-[:OBJECT]->(place:Entity)
       RETURN DISTINCT place.name AS name ORDER BY name
     } AS places
UNWIND rows AS row
RETURN exercise.name AS exercise,
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
       exercise.key AS exerciseKey,
       row.participant.key AS participantKey,
       row.best.claim.key AS claimKey,
       row.best.sentence.key AS sentenceKey
ORDER BY heldAt, exercise, exerciseKey, participant, part, status;
