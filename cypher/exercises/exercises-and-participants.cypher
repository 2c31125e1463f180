// Exercises and who took part
// Exercises by year and place with those that took part or hosted them. One row for each and each year, with the
// sentence that dates it best and the number of documents that say so; what they do not date has a row of its own. No
// more than 25 places are named; what is only planned or possible says so.
// $exercise = "" (optional Exercise) only this exercise
// $participant = "" (optional Actor) only exercises (of that year) in which this actor takes part or is host; of others only that it does not
// $other = "" (optional Actor) only exercises (of that year) in which this actor takes part, too
// $part = "any" (HOSTED|PARTICIPATED_IN|any) only the hosts, or only those that took part otherwise
// $when = "" (optional date) only what is dated to this year, month or day
// $from = "" (optional date) only what is dated, and not before this date (a month or year counts in full)
// $to = "" (optional date) only what is dated, and not after this date (a month or year counts in full)
// $place = "" (optional Entity) only exercises held in this place or state, or in a place that lies there
// $organisation = "" (optional Organisation) only those that were its members then: at the date of the claim, else of the document
// $among = [] (list) only actors with these keys
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// $limit = 1000 (integer) no more rows than this
// answers: who=participant what=exercise when=date where=places
// asks: $participant? $other? PARTICIPATED_IN HOSTED? Exercise $exercise? in:$place? @organisation? both|together|
//   jointly|joint|same|common|share|alongside|participation?
// asks: $participant? HOSTED>part Exercise $exercise? in:$place? @organisation? joint|jointly|together?
// asks: train|drill|exercise|practise|practice|rehearse with|partner|alongside|together|joint|jointly|both $participant $other?
//   PARTICIPATED_IN? COOPERATES_WITH? Exercise? same|common|ever|where?
// asks: Exercise $exercise? HELD_IN HOSTED? in:$place?
// asks: Exercise $exercise? $participant? participant|attendance|involve|attend host? in:$place? @organisation?
// asks: Exercise $exercise? stage|hold|happen|run|conduct|occur|place host? in:$place?
// asks: Exercise $exercise? $participant? host>part:HOSTED in:$place? @organisation?
// asks: Exercise $exercise? $participant? participant|attendance|joint|military|stage|hold|happen|run|conduct|
//   occur|organise|practise|practice|together|involve|involved|place|attend? in:$place? @organisation?
MATCH (claim:Claim)
USING INDEX claim:Claim(predicate)
WHERE claim.predicate IN ["PARTICIPATED_IN", "HOSTED"] AND ($part = "any" OR claim.predicate = $part) AND claim.confidence >= $minConfidence
  AND ($when = "" OR claim.date STARTS WITH $when)
  AND ($from = "" OR claim.date >= $from OR $from STARTS WITH claim.date) AND ($to = "" OR claim.date <= $to OR claim.date STARTS WITH $to)
MATCH (claim)-[:OBJECT]->(exercise:Exercise)
WHERE $exercise = "" OR exercise.key = $exercise
MATCH (claim)-[:SUBJECT]->(participant:Actor)
WHERE $among = [] OR participant.key IN $among
MATCH (claim)-[:SUPPORTED_BY]->(:Sentence)-[:FROM_DOCUMENT]->(article:Document)
WITH *, coalesce(claim.date, article.published) AS heldOn
WHERE ($participant = "" OR ($other = "" AND participant.key = $participant) OR EXISTS {
    MATCH (exercise)<-[:OBJECT]-(own:Claim {polarity: "affirmed"})-[:SUBJECT]->(:Actor {key: $participant})
    WHERE own.predicate IN ["PARTICIPATED_IN", "HOSTED"] AND ($part = "any" OR own.predicate = $part)
      AND own.confidence >= $minConfidence AND coalesce(left(own.date, 4) = left(claim.date, 4), true)
  })
  AND ($other = "" OR EXISTS {
    MATCH (exercise)<-[:OBJECT]-(own:Claim {predicate: "PARTICIPATED_IN", polarity: "affirmed"})-[:SUBJECT]->(:Actor {key: $other})
    WHERE own.confidence >= $minConfidence AND coalesce(left(own.date, 4) = left(claim.date, 4), true)
  })
  AND ($place = "" OR EXISTS {
    MATCH (exercise)<-[:SUBJECT]-(:Claim {predicate: "HELD_IN", polarity: "affirmed"})-[:OBJECT]->(held:Entity)
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
// The least of these lists is that of the best claim: with the most exact date, else the surest, else the earliest.
WITH exercise, participant, claim.predicate AS predicate, claim.polarity AS polarity, claim.modality AS modality,
     left(claim.date, 4) AS year, count(DISTINCT article) AS documents,
     min([-size(coalesce(claim.date, "")), -claim.confidence, coalesce(article.published, "~"), claim.key, claim.date]) AS best
WITH exercise, min(best[4]) AS heldAt,
     collect({participant: participant, predicate: predicate, polarity: polarity, modality: modality,
              year: year, documents: documents, key: best[3]}) AS rows
WITH *, exercise.name AS exerciseName, exercise.key AS exerciseKey ORDER BY heldAt, exerciseName, exerciseKey
WITH *,
     COLLECT {
       // "actual" comes before "planned" and "possible" by its letters, too.
       MATCH (exercise)<-[:SUBJECT]-(held:Claim {predicate: "HELD_IN", polarity: "affirmed"})-[:OBJECT]->(place:Entity)
       WITH place.name AS name, min(held.modality) AS modality
       RETURN name + CASE modality WHEN "actual" THEN "" ELSE " (" + modality + ")" END AS place ORDER BY place LIMIT 25
     } AS places
UNWIND rows AS row
// Grouped, so that the list does not stay beside each of its rows: the database counts its memory each time.
WITH heldAt, exerciseName, exerciseKey, places, row, count(*) AS once
WITH heldAt, exerciseName, exerciseKey, places,
     row.participant AS participant, row.year AS year, row.documents AS documents, row.key AS key,
     CASE row.predicate WHEN "HOSTED" THEN "host" ELSE "participant" END AS part,
     CASE WHEN row.polarity = "negated" THEN {actual: "did not", planned: "is not to", possible: "may not"}[row.modality]
          ELSE row.modality END AS status
ORDER BY heldAt, exerciseName, exerciseKey, participant.name, part, status, year, participant.key, key LIMIT toInteger($limit)
MATCH (claim:Claim {key: key})-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
RETURN exerciseName AS exercise,
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
       exerciseKey,
       participant.key AS participantKey,
       claim.key AS claimKey,
       sentence.key AS sentenceKey
ORDER BY heldAt, exercise, exerciseKey, participant, part, status, year, participantKey, claimKey;
