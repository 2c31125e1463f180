// Visits and meetings between two actors
// Visits and meetings between two states or organisations: their own, and those of persons who hold or held a position
// in them. A visit to a place counts as one to the state that a document says the place is in.
// $first = "japan" (Actor) one side
// $second = "nato" (Actor) the other side
// $action = "any" (VISITED|MET_WITH|any) visits or meetings alone
// $from = "" (optional date) not before this date
// $to = "" (optional date) not after this date (a month or year counts in full)
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// answers: who=actor what=whom when=date where=whom
// asks: $first! VISITED>action $second!
// asks: $first! MET_WITH>action $second! HELD_IN?
// asks: between:$first! VISITED MET_WITH between:$second! HELD_IN?
// asks: between:$first! VISITED>action between:$second! mutual|exchange?
MATCH (first:Actor {key: $first})
OPTIONAL MATCH (second:Actor {key: $second})
WITH first, second WHERE second <> first
WITH [first] + COLLECT { MATCH (first)<-[:HOLDS_POSITION_IN|LOCATED_IN]-(one:Entity) RETURN DISTINCT one } AS firstSide,
     [second] + COLLECT { MATCH (second)<-[:HOLDS_POSITION_IN|LOCATED_IN]-(one:Entity) RETURN DISTINCT one } AS secondSide
UNWIND firstSide AS one
MATCH (one)<-[:SUBJECT|OBJECT]-(claim:Claim)-[:SUBJECT|OBJECT]->(other:Entity)
WHERE claim.predicate IN ["VISITED", "MET_WITH"] AND claim.confidence >= $minConfidence AND other IN secondSide
  AND ($action = "any" OR claim.predicate = $action)
  AND ($from = "" OR claim.date >= $from) AND ($to = "" OR claim.date <= $to OR claim.date STARTS WITH $to)
WITH DISTINCT claim
MATCH (claim)-[:SUBJECT]->(actor:Actor)
MATCH (claim)-[:OBJECT]->(whom:Entity)
MATCH (claim)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
WITH * ORDER BY claim.confidence DESC, article.published, claim.key
WITH actor, whom, claim.predicate AS predicate, claim.polarity AS polarity, claim.modality AS modality,
     claim.date AS heldAt, count(DISTINCT article) AS documents,
     collect({claim: claim, sentence: sentence, document: article})[0] AS best
RETURN coalesce(heldAt, "no date known") AS date,
       actor.name AS actor,
       CASE predicate WHEN "VISITED" THEN "visited" ELSE "met" END AS action,
       whom.name AS whom,
       CASE WHEN polarity = "negated" THEN "did not" ELSE modality END AS status,
       documents,
       best.sentence.text AS evidence,
       best.document.title AS document,
       best.document.publisher AS publisher,
       best.document.published AS published,
       coalesce(best.document.url, best.document.paths[0]) AS source,
       best.claim.confidence AS confidence,
       actor.key AS actorKey,
       whom.key AS whomKey,
       best.claim.key AS claimKey,
       best.sentence.key AS sentenceKey
ORDER BY heldAt, actor, action, whom, status, actorKey, whomKey;
