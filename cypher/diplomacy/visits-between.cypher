// Visits and meetings between two actors
// Visits and meetings between two states or organisations: their own, and those of persons who hold or held a position
// in them. A visit to a place counts as one to the state that it lies in, as a document or the reference data has it.
// One row for each date; a year or month that contains just one other date of the same two counts to that.
// $first = "japan" (Actor) one side
// $second = "nato" (Actor) the other side
// $action = "any" (VISITED|MET_WITH|any) visits or meetings alone
// $from = "" (optional date) not before this date (a month or year counts in full)
// $to = "" (optional date) not after this date (a month or year counts in full)
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// $limit = 1000 (integer) no more rows than this
// answers: who=actor what=whom when=date where=whom
// asks: $first! VISITED>action $second!
// asks: $first! MET_WITH>action $second! HELD_IN? place|happen|last|exchange?
// asks: between:$first! VISITED MET_WITH between:$second! HELD_IN? place|happen|exchange?
// asks: between:$first! VISITED>action between:$second! mutual|exchange?
// asks: $first! VISITED MET_WITH $second! HELD_IN? place|happen|exchange|bilateral|mutual?
// asks: trip|travel|contact|exchange|encounter|talk trip|visit|talk|contact|mutual|bilateral|personal?
//   between:$first! VISITED? MET_WITH? between:$second!
MATCH (first:Actor {key: $first})
OPTIONAL MATCH (second:Actor {key: $second})
WITH first, second WHERE second <> first
WITH [first] + COLLECT { MATCH (first)<-[:HOLDS_POSITION_IN|LOCATED_IN]-(one:Entity) RETURN DISTINCT one } AS firstSide,
     [second] + COLLECT { MATCH (second)<-[:HOLDS_POSITION_IN|LOCATED_IN]-(one:Entity) RETURN DISTINCT one } AS secondSide
MATCH (claim:Claim)
USING INDEX claim:Claim(predicate)
WHERE claim.predicate IN ["VISITED", "MET_WITH"] AND claim.confidence >= $minConfidence
  AND ($action = "any" OR claim.predicate = $action)
  AND ($from = "" OR claim.date >= $from OR $from STARTS WITH claim.date) AND ($to = "" OR claim.date <= $to OR claim.date STARTS WITH $to)
MATCH (claim)-[:SUBJECT]->(actor:Actor)
WHERE actor IN firstSide OR actor IN secondSide
MATCH (claim)-[:OBJECT]->(whom:Entity)
WHERE (actor IN firstSide AND whom IN secondSide) OR (actor IN secondSide AND whom IN firstSide)
// Who met whom is one statement, whichever of them a sentence begins with.
WITH *, CASE WHEN claim.predicate = "MET_WITH" AND whom.key < actor.key THEN [whom, actor] ELSE [actor, whom] END AS ends
WITH ends[0] AS actor, ends[1] AS whom, claim.predicate AS predicate, claim.polarity AS polarity, claim.modality AS modality,
     collect(claim) AS all, collect(DISTINCT claim.date) AS dates
UNWIND all AS claim
// A date that contains just one other of the same statement (2023 and 2023-05) is that of the same visit or meeting.
WITH *, CASE WHEN size(dates) < 2 THEN [] ELSE
       [date IN dates WHERE date STARTS WITH claim.date AND none(other IN dates WHERE other <> date AND other STARTS WITH date)] END AS exact
WITH actor, whom, predicate, polarity, modality, CASE size(exact) WHEN 1 THEN exact[0] ELSE claim.date END AS heldAt,
     collect(claim) AS claims
WITH *, CASE predicate WHEN "VISITED" THEN "visited" ELSE "met" END AS action,
     CASE WHEN polarity = "negated" THEN {actual: "did not", planned: "is not to", possible: "may not"}[modality]
          ELSE modality END AS status
ORDER BY heldAt, actor.name, action, whom.name, status, actor.key, whom.key, modality LIMIT toInteger($limit)
// The least of these lists is that of the best claim: with the most exact date, else the surest, else the earliest.
CALL (claims) {
  UNWIND claims AS claim
  MATCH (claim)-[:SUPPORTED_BY]->(:Sentence)-[:FROM_DOCUMENT]->(article:Document)
  RETURN count(DISTINCT article) AS documents,
         min([-size(coalesce(claim.date, "")), -claim.confidence, coalesce(article.published, "~"), claim.key])[3] AS key
}
MATCH (claim:Claim {key: key})-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
RETURN coalesce(heldAt, "no date known") AS date,
       actor.name AS actor,
       action,
       whom.name AS whom,
       status,
       documents,
       claim.quote AS evidence,
       article.title AS document,
       article.publisher AS publisher,
       article.published AS published,
       coalesce(article.url, article.paths[0]) AS source,
       claim.confidence AS confidence,
       actor.key AS actorKey,
       whom.key AS whomKey,
       claim.key AS claimKey,
       sentence.key AS sentenceKey
ORDER BY heldAt, actor, action, whom, status, actorKey, whomKey, modality;
