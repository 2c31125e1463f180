// Visits and meetings in order of time
// Who visited whom or what, and who met whom, with the sentence behind each and the number of documents that say so.
// $actor = "" (optional Actor) only visits and meetings of this actor
// $whom = "" (optional Entity) only visits to this place, state or body, and meetings with this actor
// $action = "any" (VISITED|MET_WITH|any) visits or meetings alone
// $from = "" (optional date) not before this date
// $to = "" (optional date) not after this date (a month or year counts in full)
// $organisation = "" (optional Organisation) only those that were its members then: at the date of the claim, else of the document
// $among = [] (list) only actors with these keys
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// answers: who=actor what=whom when=date where=whom
// asks: $actor? VISITED|MET_WITH>action $whom? @organisation? HELD_IN?
// asks: $actor? VISITED MET_WITH @organisation?
MATCH (claim:Claim)
WHERE claim.predicate IN ["VISITED", "MET_WITH"] AND claim.confidence >= $minConfidence
  AND ($action = "any" OR claim.predicate = $action)
  AND ($from = "" OR claim.date >= $from) AND ($to = "" OR claim.date <= $to OR claim.date STARTS WITH $to)
MATCH (claim)-[:SUBJECT]->(first:Actor)
MATCH (claim)-[:OBJECT]->(second:Entity)
WHERE ($actor = "" OR first.key = $actor OR (second.key = $actor AND ($whom = "" OR claim.predicate = "MET_WITH")))
  AND ($whom = "" OR second.key = $whom OR (claim.predicate = "MET_WITH" AND first.key = $whom))
MATCH (claim)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
WITH *, coalesce(claim.date, article.published) AS heldOn
WHERE ($among = [] OR first.key IN $among)
  AND ($organisation = "" OR EXISTS {
    MATCH (first)-[fact:MEMBER_OF {origin: "reference"}]->(:Organisation {key: $organisation})
    WITH coalesce(fact.since, "0000-01-01") AS since, coalesce(fact.until, "9999-12-31") AS until
    WHERE heldOn IS NULL
       OR ((since <= heldOn OR since STARTS WITH heldOn)
           AND (heldOn < until OR (heldOn STARTS WITH until AND size(until) < 10)))
    RETURN since
  })
WITH * ORDER BY claim.confidence DESC, article.published, claim.key
WITH first, second, claim.predicate AS predicate, claim.polarity AS polarity, claim.modality AS modality,
     claim.date AS heldAt, count(DISTINCT article) AS documents,
     collect({claim: claim, sentence: sentence, document: article})[0] AS best
RETURN coalesce(heldAt, "no date known") AS date,
       first.name AS actor,
       CASE predicate WHEN "VISITED" THEN "visited" ELSE "met" END AS action,
       second.name AS whom,
       CASE WHEN polarity = "negated" THEN "did not" ELSE modality END AS status,
       documents,
       best.sentence.text AS evidence,
       best.document.title AS document,
       best.document.publisher AS publisher,
       best.document.published AS published,
       coalesce(best.document.url, best.document.paths[0]) AS source,
       best.claim.confidence AS confidence,
       first.key AS actorKey,
       second.key AS whomKey,
       best.claim.key AS claimKey,
       best.sentence.key AS sentenceKey
ORDER BY heldAt, actor, action, whom, status, actorKey, whomKey;
