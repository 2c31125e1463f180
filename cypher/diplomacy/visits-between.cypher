// Visits and meetings between two actors
// Visits and meetings between two states or organisations: their own, and those of persons who held a post in them then:
// at the date of the claim, else of the document. "actorAs" and "whomAs" tell which. A visit to a place counts as one to
// the state that it lies in, as a document or the reference data has it.
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
WITH [first] + COLLECT { MATCH (first)<-[:LOCATED_IN]-(one:Entity) RETURN DISTINCT one } AS firstOnes,
     [second] + COLLECT { MATCH (second)<-[:LOCATED_IN]-(one:Entity) RETURN DISTINCT one } AS secondOnes,
     COLLECT { MATCH (first)<-[:HOLDS_POSITION_IN]-(one:Entity) RETURN DISTINCT one } AS firstHolders,
     COLLECT { MATCH (second)<-[:HOLDS_POSITION_IN]-(one:Entity) RETURN DISTINCT one } AS secondHolders
WITH firstOnes, secondOnes, firstOnes + firstHolders AS firstSide, secondOnes + secondHolders AS secondSide
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
WITH claim, firstOnes, secondOnes, CASE WHEN claim.predicate = "MET_WITH" AND whom.key < actor.key THEN [whom, actor] ELSE [actor, whom] END AS ends
WITH claim, firstOnes, secondOnes, ends[0] AS actor, ends[1] AS whom
MATCH (claim)-[:SUPPORTED_BY]->(:Sentence)-[:FROM_DOCUMENT]->(article:Document)
WITH DISTINCT claim, actor, whom, coalesce(claim.date, article.published) AS heldOn,
     CASE WHEN actor IN firstOnes THEN [{body: $first}] ELSE [] END + CASE WHEN actor IN secondOnes THEN [{body: $second}] ELSE [] END AS actorIs,
     CASE WHEN whom IN firstOnes THEN [{body: $first}] ELSE [] END + CASE WHEN whom IN secondOnes THEN [{body: $second}] ELSE [] END AS whomIs
UNWIND [{one: actor, is: actorIs}, {one: whom, is: whomIs}] AS end
WITH end.one AS one, [$first, $second] AS bodies,
     collect({claim: claim, actor: actor, whom: whom, is: end.is, heldOn: heldOn}) AS uses
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
UNWIND uses AS use
WITH use.claim AS claim, use.actor AS actor, use.whom AS whom, use.is AS is, use.heldOn AS heldOn, one, bodies, posts
// Whom somebody serves that day: by the known terms, else by what documents tell where no term is known. Whoever has a known
// post elsewhere that day serves no other state.
WITH *, [post IN posts WHERE post.isKnown AND (heldOn IS NULL OR ((post.since <= heldOn OR post.since STARTS WITH heldOn)
    AND (heldOn < post.until OR (heldOn STARTS WITH post.until AND size(post.until) < 10))))] AS held
WITH *, [post IN held WHERE post.body IN bodies] + [post IN posts WHERE NOT post.isKnown AND (NOT post.isState OR held = [])
    AND none(other IN posts WHERE other.isKnown AND other.body = post.body)] AS serves
// An end stands for itself or the state that it lies in, and for whom it serves.
WITH claim, actor, whom, collect({one: one, ends: is + serves}) AS sides
WITH claim, actor, whom, head([side IN sides WHERE side.one = actor | side.ends]) AS actorEnds,
     head([side IN sides WHERE side.one = whom | side.ends]) AS whomEnds
UNWIND [[$first, $second], [$second, $first]] AS way
WITH claim, actor, whom, [end IN actorEnds WHERE end.body = way[0]] AS actorEnds, [end IN whomEnds WHERE end.body = way[1]] AS whomEnds
WHERE actorEnds <> [] AND whomEnds <> []
WITH actor, whom, claim.predicate AS predicate, claim.polarity AS polarity, claim.modality AS modality,
     collect({claim: claim, actorAs: actorEnds[0].role, whomAs: whomEnds[0].role}) AS all, collect(DISTINCT claim.date) AS dates
UNWIND all AS each
WITH *, each.claim AS claim
// A date that contains just one other of the same statement (2023 and 2023-05) is that of the same visit or meeting.
WITH *, CASE WHEN size(dates) < 2 THEN [] ELSE
       [date IN dates WHERE date STARTS WITH claim.date AND none(other IN dates WHERE other <> date AND other STARTS WITH date)] END AS exact
WITH actor, whom, predicate, polarity, modality, CASE size(exact) WHEN 1 THEN exact[0] ELSE claim.date END AS heldAt,
     min(each.actorAs) AS actorAs, min(each.whomAs) AS whomAs, collect(DISTINCT claim) AS claims
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
       actorAs,
       action,
       whom.name AS whom,
       whomAs,
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
