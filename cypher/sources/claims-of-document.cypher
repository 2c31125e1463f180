// What a document says
// All that one document claims, in the order of its text, each claim with its sentence. The document is named by words of
// its title, by its file or address, or by its key.
// $document = "Japan" (text) words of its title, part of its file name or address, or its key
// $predicate = "" (optional text) only claims with this predicate ("SIGNED")
// $minConfidence = 0.0 (number) leave out what was read with less confidence (0 to 1)
// $limit = 1000 (integer) no more rows than this
// answers: who=subject what=object when=date
// asks: [what|which|list|how|how-many] document|article|text|source|file|piece|story|page|interview|speech claim|
//   say|state|statement|tell|report|assert|contain|read|extract|write|content|summary|summarise|all|everything #document
// asks: [what|which|list|how|how-many|yes] document|article|text|source|file|piece|story|page|interview|speech
//   OPPOSES|SUPPORTS|SIGNED|PARTICIPATED_IN|HOSTED|HELD_IN|VISITED|MET_WITH|MEMBER_OF|PARTNER_OF|COOPERATES_WITH|
//   CONTRIBUTED_TO|ESTABLISHED|PROPOSED|ATTACKED|SANCTIONED|REPLACES|LOCATED_IN|HOLDS_POSITION_IN>predicate #document
//   claim|say|state|statement|tell|report|assert|contain|read|write|all|everything|mention|about?
// asks: [what|list|how] claim|say|state|assert|report|tell|write #document
MATCH (article:Document)
WHERE toLower(coalesce(article.title, "")) CONTAINS toLower($document)
   OR any(path IN article.paths WHERE toLower(path) CONTAINS toLower($document))
   OR toLower(coalesce(article.url, "")) CONTAINS toLower($document)
   OR article.key = $document
WITH article ORDER BY article.published, article.title, article.key
MATCH (article)<-[:FROM_DOCUMENT]-(sentence:Sentence)<-[:SUPPORTED_BY]-(claim:Claim)
WHERE claim.confidence >= $minConfidence AND ($predicate = "" OR claim.predicate = $predicate)
MATCH (claim)-[:SUBJECT]->(subject:Entity)
MATCH (claim)-[:OBJECT]->(object:Entity)
WITH * ORDER BY article.published, article.title, article.key, sentence.index, subject.name, claim.predicate, object.name, claim.key
LIMIT toInteger($limit)
RETURN article.title AS document,
       sentence.index AS sentence,
       subject.name AS subject,
       claim.predicate AS predicate,
       object.name AS object,
       CASE WHEN claim.polarity = "negated" THEN {actual: "denied", planned: "denied (planned)", possible: "denied (possible)"}[claim.modality]
            ELSE claim.modality END AS status,
       coalesce(claim.date, "no date known") AS date,
       claim.speaker AS speaker,
       claim.quote AS evidence,
       article.publisher AS publisher,
       article.published AS published,
       coalesce(article.url, article.paths[0]) AS source,
       claim.confidence AS confidence,
       subject.key AS subjectKey,
       object.key AS objectKey,
       claim.key AS claimKey,
       sentence.key AS sentenceKey
ORDER BY published, document, sentence, subject, predicate, object, claimKey;
