// Least certain claims
// Claims that were read with the least confidence, to be looked at first when the graph is reviewed.
// $maxConfidence = 0.7 (number) only claims of at most this confidence (0 to 1)
// $limit = 50 (integer) no more rows than this
// answers: what=subject
// asks: claim|statement|extraction|fact|item|result|sentence|entry|data|reading least+certain|uncertain|doubtful|
//   unsure|low+confidence|lowest+confidence|little+confidence|least+sure|least+reliable|least+confidence|
//   least+trustworthy|least+trust|least+confident|poor+confidence|check|review|verify|caution|shaky|suspicious|wobbly|
//   weak|weakly|deserve|manual|inspect|inspection|double+check|human|second+look|distrust|doubt|rely+not|hesitant|
//   less+sure|flimsy|thin|less+certain|wary|mistrust|mistake+likely|error+likely|not+trust|untrustworthy|fragile|
//   wrong|unreliable|dodgy|low+quality|not+sure|iffy least|most|more|confidence|certain|first|low|lowest|again|need|ought|
//   trust|hand|little|rank|rely|weak|look|read|extract|careful|carefully|human|manual|second|confident?
// asks: confidence|certainty|certain|sure claim|statement|extraction|fact|result? below|under|less|lower|most|beneath|
//   maximum|worse|low|up #maxConfidence least|most|more|only|level|value|score|extract|read|have?
// asks: doubtful|unsure|sure|confidence|certain|reliable|trust least|lowest|little|low|most+doubt|poor|check|double|
//   review extraction|reading|read|graph|data|program|machine|check|double|first|extract?
MATCH (claim:Claim)
WHERE claim.confidence <= $maxConfidence
WITH claim ORDER BY claim.confidence, claim.key LIMIT toInteger($limit)
MATCH (claim)-[:SUBJECT]->(subject:Entity)
MATCH (claim)-[:OBJECT]->(object:Entity)
MATCH (claim)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
RETURN claim.confidence AS confidence,
       subject.name AS subject,
       CASE claim.polarity WHEN "negated" THEN "not " ELSE "" END + claim.predicate AS predicate,
       object.name AS object,
       claim.modality AS modality,
       claim.rule AS rule,
       claim.quote AS evidence,
       article.title AS document,
       article.publisher AS publisher,
       article.published AS published,
       coalesce(article.url, article.paths[0]) AS source,
       subject.key AS subjectKey,
       object.key AS objectKey,
       claim.key AS claimKey,
       sentence.key AS sentenceKey
ORDER BY confidence, claimKey;
