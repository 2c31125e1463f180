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
WITH claim, CASE WHEN claim.predicate = "MET_WITH" AND whom.key < actor.key THEN [whom, actor] ELSE [actor, whom] END AS ends
WITH claim, ends[0] AS actor, ends[1] AS whom
MATCH (claim)-[:SUPPORTED_BY]->(:Sentence)-[:FROM_DOCUMENT]->(article:Document)
WITH DISTINCT claim, actor, whom, coalesce(claim.date, article.published) AS heldOn
UNWIND [actor, whom] AS one
CALL (one, heldOn) {
  // Whom somebody serves that day: by the terms of the reference data; where none covers the day, and in bodies of which
  // they list no posts, by what documents say. What these call a former post is none.
  MATCH (one)-[post:HOLDS_POSITION_IN]->(body:Actor)
  WITH body, post, CASE post.origin WHEN "reference" THEN [post.role] ELSE COLLECT {
      MATCH (told:Claim {statement: one.key + " HOLDS_POSITION_IN " + body.key, polarity: "affirmed", modality: "actual"})
      WHERE NOT toLower(coalesce(told.role, "")) STARTS WITH "former"
      RETURN told.role AS role ORDER BY role LIMIT 1
    } END AS roles,
    coalesce(post.since, "0000-01-01") AS since, coalesce(post.until, "9999-12-31") AS until
  WHERE roles <> []
  WITH body, roles[0] AS role,
       CASE WHEN post.origin <> "reference" THEN -1
            WHEN heldOn IS NULL OR ((since <= heldOn OR since STARTS WITH heldOn)
              AND (heldOn < until OR (heldOn STARTS WITH until AND size(until) < 10))) THEN 1 ELSE 0 END AS isThen
  ORDER BY isThen DESC, role
  WITH body, max(isThen) AS isThen, collect(role)[0] AS role
  WITH collect({body: body.key, role: role, isThen: isThen,
                isListed: EXISTS { (body)<-[:HOLDS_POSITION_IN {origin: "reference"}]-() }}) AS posts
  RETURN [post IN posts WHERE post.isThen = 1
            OR (post.isThen = -1 AND (NOT post.isListed OR none(other IN posts WHERE other.isThen = 1)))] AS serves
}
// All that an end stands for: itself, the state that it lies in, and whom it serves.
WITH claim, actor, whom, one, [{body: one.key}] + COLLECT { MATCH (one)-[:LOCATED_IN]->(at:Entity) RETURN {body: at.key} } + serves AS ends
WITH claim, actor, whom, collect({one: one, ends: ends}) AS sides
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
