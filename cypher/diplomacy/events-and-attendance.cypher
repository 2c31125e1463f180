// Summits and other events, and who attended
// Summits, conferences and meetings with those that attended or hosted them, where they took place, and the sentence
// behind each. No more than 25 places are named; what is only planned or possible says so. "Then" is the date of the
// claim, else of the document.
// $event = "" (optional Event) only this event
// $participant = "" (optional Actor) only what this actor attended or hosted, or somebody who held a post in it then
// $place = "" (optional Entity) only events held in this place or state, or in a place that lies there
// $part = "any" (HOSTED|PARTICIPATED_IN|any) only the hosts, or only those that took part otherwise
// $from = "" (optional date) not before this date (a month or year counts in full)
// $to = "" (optional date) not after this date (a month or year counts in full)
// $organisation = "" (optional Organisation) only those that were its members then: at the date of the claim, else of the document
// $among = [] (list) only actors with these keys, and those who held a post in one of them then
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// $limit = 1000 (integer) no more rows than this
// answers: who=participant what=event when=date where=places
// asks: $participant? PARTICIPATED_IN HOSTED? Event $event? in:$place? @organisation?
// asks: $participant? HOSTED>part Event $event? in:$place? @organisation?
// asks: Event $event? HELD_IN HOSTED? in:$place?
// asks: Event $event? $participant? participant|attendance|attendee|guest|visitor|delegate|present|invite host?
//   in:$place? @organisation?
// asks: Event $event? $participant? host>part:HOSTED in:$place? @organisation?
// asks: Event $event? $participant? participant|attendance|attendee|guest|visitor|delegate|present|invite|
//   take+place|place|happen|timeline|calendar? in:$place? @organisation?
WITH COLLECT { MATCH (:Actor {key: $participant})<-[:HOLDS_POSITION_IN]-(one:Actor) RETURN DISTINCT one.key } AS officers
MATCH (claim:Claim)
USING INDEX claim:Claim(predicate)
WHERE claim.predicate IN ["PARTICIPATED_IN", "HOSTED"] AND ($part = "any" OR claim.predicate = $part) AND claim.confidence >= $minConfidence
  AND ($from = "" OR claim.date >= $from OR $from STARTS WITH claim.date) AND ($to = "" OR claim.date <= $to OR claim.date STARTS WITH $to)
MATCH (claim)-[:OBJECT]->(event:Event)
WHERE $event = "" OR event.key = $event
MATCH (claim)-[:SUBJECT]->(participant:Actor)
WHERE ($participant = "" OR participant.key = $participant OR participant.key IN officers)
  AND ($among = [] OR participant.key IN $among
       OR EXISTS { (participant)-[:HOLDS_POSITION_IN]->(body:Actor) WHERE body.key IN $among })
MATCH (claim)-[:SUPPORTED_BY]->(:Sentence)-[:FROM_DOCUMENT]->(article:Document)
WITH *, coalesce(claim.date, article.published) AS heldOn
WHERE ($place = "" OR EXISTS {
    MATCH (event)<-[:SUBJECT]-(:Claim {predicate: "HELD_IN", polarity: "affirmed"})-[:OBJECT]->(held:Entity)
    WHERE held.key = $place OR EXISTS { (held)-[:LOCATED_IN]->(:Entity {key: $place}) }
    RETURN held
  })
  AND ($organisation = "" OR EXISTS {
    MATCH (participant)-[fact:MEMBER_OF {origin: "reference"}]->(:Organisation {key: $organisation})
    WITH coalesce(fact.since, "0000-01-01") AS since, coalesce(fact.until, "9999-12-31") AS until
    WHERE heldOn IS NULL
       OR ((since <= heldOn OR since STARTS WITH heldOn)
           AND (heldOn < until OR (heldOn STARTS WITH until AND size(until) < 10)))
    RETURN since
  })
// Of those that are not asked for themselves only who served one then.
WITH *, CASE WHEN ($participant <> "" AND participant.key <> $participant) OR ($among <> [] AND NOT participant.key IN $among)
             THEN participant END AS one, [$participant] + $among AS bodies
CALL (one, bodies) {
  // Which posts somebody holds or held: those of the reference data, and in these bodies what documents tell of as no former one.
  MATCH (one)-[post:HOLDS_POSITION_IN]->(body:Actor)
  WHERE post.origin = "reference" OR (body.key IN bodies AND EXISTS {
    MATCH (told:Claim {statement: one.key + " HOLDS_POSITION_IN " + body.key})
    USING INDEX told:Claim(statement)
    WHERE told.polarity = "affirmed" AND told.modality = "actual" AND NOT toLower(coalesce(told.role, "")) STARTS WITH "former"
    RETURN told
  })
  WITH body, post ORDER BY post.role
  RETURN collect({body: body.key, isState: body:State, isKnown: post.origin = "reference", role: coalesce(post.role, "told by documents"),
                  since: coalesce(post.since, "0000-01-01"), until: coalesce(post.until, "9999-12-31")}) AS posts
}
// Whom somebody serves that day: by the known terms, else by what documents tell where no term is known. Whoever has a known
// post elsewhere that day serves no other state.
WITH *, [post IN posts WHERE post.isKnown AND (heldOn IS NULL OR ((post.since <= heldOn OR post.since STARTS WITH heldOn)
    AND (heldOn < post.until OR (heldOn STARTS WITH post.until AND size(post.until) < 10))))] AS held
WITH *, [post IN held WHERE post.body IN bodies] + [post IN posts WHERE NOT post.isKnown AND (NOT post.isState OR held = [])
    AND none(other IN posts WHERE other.isKnown AND other.body = post.body)] AS serves
WITH * WHERE ($participant = "" OR participant.key = $participant OR any(post IN serves WHERE post.body = $participant))
  AND ($among = [] OR participant.key IN $among OR any(post IN serves WHERE post.body IN $among))
// The least of these lists is that of the best claim: with the most exact date, else the surest, else the earliest.
WITH event, participant, claim.predicate AS predicate, claim.polarity AS polarity, claim.modality AS modality,
     count(DISTINCT article) AS documents,
     min([-size(coalesce(claim.date, "")), -claim.confidence, coalesce(article.published, "~"), claim.key, claim.date]) AS best
WITH event, min(best[4]) AS heldAt,
     collect({participant: participant, predicate: predicate, polarity: polarity, modality: modality,
              documents: documents, key: best[3]}) AS rows
WITH *, event.name AS eventName, event.key AS eventKey ORDER BY heldAt, eventName, eventKey
WITH *,
     COLLECT {
       // "actual" comes before "planned" and "possible" by its letters, too.
       MATCH (event)<-[:SUBJECT]-(held:Claim {predicate: "HELD_IN", polarity: "affirmed"})-[:OBJECT]->(place:Entity)
       WITH place.name AS name, min(held.modality) AS modality
       RETURN name + CASE modality WHEN "actual" THEN "" ELSE " (" + modality + ")" END AS place ORDER BY place LIMIT 25
     } AS places
UNWIND rows AS row
// Grouped, so that the list does not stay beside each of its rows: the database counts its memory each time.
WITH heldAt, eventName, eventKey, places, row, count(*) AS once
WITH heldAt, eventName, eventKey, places,
     row.participant AS participant, row.documents AS documents, row.key AS key,
     CASE row.predicate WHEN "HOSTED" THEN "host" ELSE "participant" END AS part,
     CASE WHEN row.polarity = "negated" THEN {actual: "did not", planned: "is not to", possible: "may not"}[row.modality]
          ELSE row.modality END AS status
ORDER BY heldAt, eventName, eventKey, participant.name, part, status, participant.key, key LIMIT toInteger($limit)
MATCH (claim:Claim {key: key})-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
RETURN eventName AS event,
       coalesce(claim.date, "no date known") AS date,
       places,
       participant.name AS participant,
       part,
       status,
       documents,
       claim.quote AS evidence,
       article.title AS document,
       article.publisher AS publisher,
       article.published AS published,
       coalesce(article.url, article.paths[0]) AS source,
       claim.confidence AS confidence,
       eventKey,
       participant.key AS participantKey,
       claim.key AS claimKey,
       sentence.key AS sentenceKey
ORDER BY heldAt, event, eventKey, participant, part, status, participantKey, claimKey;
