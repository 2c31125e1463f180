// Claims by the rule that found them
// Each extraction rule with the number of its claims, their predicates, its lowest and mean confidence, and one example.
// $predicate = "" (text) only rules for this predicate; "" for all
MATCH (claim:Claim)
WHERE $predicate = "" OR claim.predicate = $predicate
WITH claim ORDER BY claim.key
WITH claim.rule AS rule, count(claim) AS claims, collect(DISTINCT claim.predicate) AS predicates,
     min(claim.confidence) AS lowest, avg(claim.confidence) AS mean, head(collect(claim)) AS example
MATCH (example)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(document:Document)
RETURN rule,
       claims,
       predicates,
       lowest,
       round(mean, 3) AS mean,
       sentence.text AS evidence,
       document.title AS document,
       document.publisher AS publisher,
       document.published AS published,
       coalesce(document.url, document.paths[0]) AS source,
       example.key AS claimKey,
       sentence.key AS sentenceKey
ORDER BY claims DESC, rule;
