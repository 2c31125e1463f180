// Claims by the rule that found them
// Each extraction rule with the number of its claims, their predicates, its lowest and mean confidence, and its least
// certain claim as an example.
// $predicate = "" (text) only rules for this predicate; "" for all
// answers: what=rule
// asks: rule find|produce|give|fire|make|yield|generate|extract|bring|account|statistics|performance|productive|
//   responsible|use|which|behind|each|most|trigger|detect|pull|come|create|apply|catch|match|derive|perform|
//   contribute|reliable|precise|precision|confidence|accuracy|good|bad|effective|list|overview|table|number|work|text|
//   many|often|underlie|lead|result|hit? claim|statement|sentence|text|relation|fact? extraction? #predicate?
// asks: rule OPPOSES|SUPPORTS|SIGNED|VISITED|MET_WITH|MEMBER_OF|PROPOSED|ATTACKED|SANCTIONED>predicate claim|statement about|of
//   extraction|find|produce|give|make|extract|read|which?
MATCH (claim:Claim)
// This index holds all that is counted, so that no claim is opened.
USING INDEX claim:Claim(rule, predicate, confidence)
WHERE claim.rule IS NOT NULL AND claim.predicate IS NOT NULL AND claim.confidence IS NOT NULL
  AND ($predicate = "" OR claim.predicate = $predicate)
WITH claim.rule AS rule, claim.predicate AS predicate, count(*) AS claims, min(claim.confidence) AS lowest,
     sum(claim.confidence) AS total
ORDER BY rule, lowest, predicate
WITH rule, sum(claims) AS claims, collect(predicate) AS predicates, min(lowest) AS lowest, sum(total) / sum(claims) AS mean
CALL (rule, predicates, lowest) {
  MATCH (claim:Claim)
  USING INDEX claim:Claim(rule, predicate, confidence)
  WHERE claim.rule = rule AND claim.predicate = predicates[0] AND claim.confidence = lowest
  RETURN claim AS example ORDER BY claim.key LIMIT 1
}
MATCH (example)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
RETURN rule,
       claims,
       COLLECT { UNWIND predicates AS predicate RETURN predicate ORDER BY predicate } AS predicates,
       lowest,
       round(mean, 3) AS mean,
       example.quote AS evidence,
       article.title AS document,
       article.publisher AS publisher,
       article.published AS published,
       coalesce(article.url, article.paths[0]) AS source,
       example.key AS claimKey,
       sentence.key AS sentenceKey
ORDER BY claims DESC, rule;
