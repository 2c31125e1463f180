// Entities that the reference data does not list
// Names that were found in documents alone, with the number of sentences and documents that name them: candidates for
// the reference data, or for a mistake.
// $label = "" (optional State|Organisation|Person|Agreement|Policy|Exercise|Operation|Event|Office|Programme|Place) only this label
// $limit = 100 (integer) no more rows than this
MATCH (entity:Entity {listed: false})
WHERE $label = "" OR $label IN labels(entity)
MATCH (entity)<-[:MENTIONS]-(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
WITH entity, sentence, article ORDER BY article.published, article.key, sentence.index
WITH entity, count(DISTINCT sentence) AS sentences, count(DISTINCT article) AS documents,
     collect({sentence: sentence, document: article})[0] AS first
RETURN entity.name AS entity,
       [label IN labels(entity) WHERE NOT label IN ["Entity", "Actor"]][0] AS label,
       sentences,
       documents,
       COUNT { (entity)<-[:SUBJECT|OBJECT]-(:Claim) } AS claims,
       first.sentence.text AS evidence,
       first.document.title AS document,
       first.document.publisher AS publisher,
       first.document.published AS published,
       coalesce(first.document.url, first.document.paths[0]) AS source,
       entity.key AS entityKey,
       first.sentence.key AS sentenceKey
ORDER BY sentences DESC, label, entity, entityKey
LIMIT toInteger($limit);
