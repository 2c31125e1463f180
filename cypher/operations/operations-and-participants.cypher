// Operations and who took part
// Missions and operations with those that took part in them, where they are held (no more than 25 places are named, and
// what is only planned or possible says so), and the sentence behind each.
// $operation = "" (optional Operation) only this operation
// $participant = "" (optional Actor) only operations in which this actor took part
// $other = "" (optional Actor) only operations in which this actor took part with the one before
// $place = "" (optional Entity) only operations held in this place or state, or in a place that lies there
// $from = "" (optional date) only what is dated, and not before this date (a month or year counts in full)
// $to = "" (optional date) only what is dated, and not after this date (a month or year counts in full)
// $organisation = "" (optional Organisation) only those that were its members then: at the date of the claim, else of the document
// $among = [] (list) only actors with these keys
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// $limit = 1000 (integer) no more rows than this
// answers: who=participant what=operation when=date where=places
// asks: $participant? $other? PARTICIPATED_IN Operation $operation? in:$place? @organisation? Place? troop|soldier|force|
//   military|ship|both|together|jointly|joint|same|common|share|alongside?
// asks: Operation $operation? HELD_IN in:$place?
// asks: Operation $operation? $participant? $other? in:$place? both|together|jointly|joint|same|common|share|alongside|
//   participant|contributor|contingent|troop|soldier|force|military|engage|
//   engaged|involve|involved|serve|active|happen|place? @organisation?
MATCH (claim:Claim {predicate: "PARTICIPATED_IN"})
USING INDEX claim:Claim(predicate)
WHERE claim.confidence >= $minConfidence
  AND ($from = "" OR claim.date >= $from OR $from STARTS WITH claim.date) AND ($to = "" OR claim.date <= $to OR claim.date STARTS WITH $to)
MATCH (claim)-[:OBJECT]->(operation:Operation)
WHERE ($operation = "" OR operation.key = $operation)
  AND ($other = "" OR EXISTS {
    (operation)<-[:OBJECT]-(:Claim {predicate: "PARTICIPATED_IN", polarity: "affirmed"})-[:SUBJECT]->(:Actor {key: $other})
  } AND EXISTS {
    (operation)<-[:OBJECT]-(:Claim {predicate: "PARTICIPATED_IN", polarity: "affirmed"})-[:SUBJECT]->(:Actor {key: $participant})
  })
  AND ($place = "" OR EXISTS {
    MATCH (operation)<-[:SUBJECT]-(:Claim {predicate: "HELD_IN", polarity: "affirmed"})-[:OBJECT]->(held:Entity)
    WHERE held.key = $place OR EXISTS { (held)-[:LOCATED_IN]->(:Entity {key: $place}) }
    RETURN held
  })
MATCH (claim)-[:SUBJECT]->(participant:Actor)
WHERE ($participant = "" OR participant.key IN [$participant, $other]) AND ($among = [] OR participant.key IN $among)
MATCH (claim)-[:SUPPORTED_BY]->(:Sentence)-[:FROM_DOCUMENT]->(article:Document)
WITH *, coalesce(claim.date, article.published) AS heldOn
WHERE $organisation = "" OR EXISTS {
    MATCH (participant)-[fact:MEMBER_OF {origin: "reference"}]->(:Organisation {key: $organisation})
    WITH coalesce(fact.since, "0000-01-01") AS since, coalesce(fact.until, "9999-12-31") AS until
    WHERE heldOn IS NULL
       OR ((since <= heldOn OR since STARTS WITH heldOn)
           AND (heldOn < until OR (heldOn STARTS WITH until AND size(until) < 10)))
    RETURN since
  }
// The least of these lists is that of the best claim: with the most exact date, else the surest, else the earliest.
WITH operation, participant, claim.polarity AS polarity, claim.modality AS modality, count(DISTINCT article) AS documents,
     min([-size(coalesce(claim.date, "")), -claim.confidence, coalesce(article.published, "~"), claim.key])[3] AS key
WITH operation,
     collect({participant: participant, polarity: polarity, modality: modality, documents: documents, key: key}) AS rows
WITH *, operation.name AS operationName, operation.key AS operationKey ORDER BY operationName, operationKey
WITH *,
     COLLECT {
       // "actual" comes before "planned" and "possible" by its letters, too.
       MATCH (operation)<-[:SUBJECT]-(held:Claim {predicate: "HELD_IN", polarity: "affirmed"})-[:OBJECT]->(place:Entity)
       WITH place.name AS name, min(held.modality) AS modality
       RETURN name + CASE modality WHEN "actual" THEN "" ELSE " (" + modality + ")" END AS place ORDER BY place LIMIT 25
     } AS places
UNWIND rows AS row
// Grouped, so that the list does not stay beside each of its rows: the database counts its memory each time.
WITH operationName, operationKey, places, row, count(*) AS once
WITH operationName, operationKey, places,
     row.participant AS participant, row.documents AS documents, row.key AS key,
     CASE WHEN row.polarity = "negated" THEN {actual: "did not", planned: "is not to", possible: "may not"}[row.modality]
          ELSE row.modality END AS status
ORDER BY operationName, operationKey, participant.name, participant.key, status, key LIMIT toInteger($limit)
MATCH (claim:Claim {key: key})-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
RETURN operationName AS operation,
       places,
       participant.name AS participant,
       status,
       coalesce(claim.date, "no date known") AS date,
       documents,
       claim.quote AS evidence,
       article.title AS document,
       article.publisher AS publisher,
       article.published AS published,
       coalesce(article.url, article.paths[0]) AS source,
       claim.confidence AS confidence,
       operationKey,
       participant.key AS participantKey,
       claim.key AS claimKey,
       sentence.key AS sentenceKey
ORDER BY operation, operationKey, participant, participantKey, status, claimKey;
