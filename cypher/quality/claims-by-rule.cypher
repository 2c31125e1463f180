// Claims by the rule that found them
// Each extraction rule with the number of its claims, their predicates, its lowest and mean confidence, and one example.
// $predicate = "" (text) only rules for this predicate; "" for all
// answers: what=rule
// asks: rule find|produce|give|fire|make|yield|generate|extract|bring|account|statistics|performance|productive|
//   responsible|use|which|behind|each|most|trigger|detect|pull|come|create|apply|catch|match|derive|perform|
//   contribute|reliable|precise|precision|confidence|accuracy|good|bad|effective|list|overview|table|number|work|text|
//   many|often|underlie|lead|result|hit? claim|statement|sentence|text|relation|fact? extraction? #predicate?
// asks: rule OPPOSES|SUPPORTS|SIGNED|VISITED|MET_WITH|MEMBER_OF|PROPOSED|ATTACKED|SANCTIONED>predicate claim|statement about|of
//   extraction|find|produce|give|make|extract|read|which?
MATCH (claim:Claim)
WHERE $predicate = "" OR claim.predicate = $predicate
WITH claim.rule AS rule, count(claim) AS claims, collect(DISTINCT claim.predicate) AS predicates,
     min(claim.confidence) AS lowest, avg(claim.confidence) AS mean, min(claim.key) AS firstKey
MATCH (example:Claim {key: firstKey})-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
RETURN rule,
       claims,
       COLLECT { UNWIND predicates AS predicate RETURN predicate ORDER BY predicate } AS predicates,
       lowest,
       round(mean, 3) AS mean,
       sentence.text AS evidence,
       article.title AS document,
       article.publisher AS publisher,
       article.published AS published,
       coalesce(article.url, article.paths[0]) AS source,
       example.key AS claimKey,
       sentence.key AS sentenceKey
ORDER BY claims DESC, rule;
