// Visits and meetings in order of time
// Who visited whom or what, and who met whom, with the sentence behind each and the number of documents that say so.
// $actor = "" (optional Actor) only visits and meetings of this actor
// $from = "" (optional date) not before this date
// $to = "" (optional date) not after this date (a month or year counts in full)
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
MATCH (claim:Claim)
WHERE claim.predicate IN ["VISITED", "MET_WITH"] AND claim.confidence >= $minConfidence
  AND ($from = "" OR claim.date >= $from) AND ($to = "" OR claim.date <= $to OR claim.date STARTS WITH $to)
MATCH (claim)-[:SUBJECT]->(first:Actor)
MATCH (claim)-[:OBJECT]->(second:Entity)
WHERE $actor = "" OR first.key = $actor OR second.key = $actor
MATCH (claim)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
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
