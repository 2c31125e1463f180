// Entities that the reference data does not list
// Names that were found in documents alone, with how often and in how many documents they are named: candidates for
// the reference data, or for a mistake.
// $label = "" (optional State|Organisation|Person|Agreement|Policy|Exercise|Operation|Event|Office|Programme|Place) only this label
// $limit = 100 (integer) no more rows than this
// answers: what=entity
// asks: entity|name|organisation|person|state|agreement|exercise|programme|office|event|operation|policy|place|what|
//   candidate|thing unlisted|unknown|ignorant|not+reference|not+list|not+know|new+name|new+entity|missing|lacking|miss|absent|
//   lack|outside|unrecorded|not+cover|without+entry|no+entry|not+catalogue|not+catalog|not+contain|not+include|
//   no+list|no+reference|add|inclusion|new|nobody+list|nobody+know|not+record|not+have|uncatalogued|unregistered|
//   unfamiliar|undocumented|not+recognise|unrecognised|never+list|not+appear|candidate+reference|beyond reference|
//   data|list|know|listed|known|find|candidate|turn|up|appear|include|cover|need|catalogue|catalog|text|document|yet|
//   contain|register|recognise|gazetteer|master|inclusion|add|new? state>label:State?
//   organisation>label:Organisation? person>label:Person? agreement>label:Agreement? policy>label:Policy?
//   exercise>label:Exercise? operation>label:Operation? event>label:Event? office>label:Office?
//   programme>label:Programme? place>label:Place?
MATCH (entity:Entity {listed: false})
WHERE $label = "" OR $label IN labels(entity)
WITH entity, COUNT { (entity)<-[:MENTIONS]-() } AS mentions
ORDER BY mentions DESC, entity.name, entity.key LIMIT toInteger($limit)
CALL (entity) {
  MATCH (entity)<-[:NAMES]-(article:Document)
  WITH entity, article ORDER BY article.published, article.key LIMIT 1
  MATCH (article)<-[:FROM_DOCUMENT]-(sentence:Sentence)
  WHERE EXISTS { (sentence)-[:MENTIONS]->(entity) }
  RETURN sentence, article ORDER BY sentence.index LIMIT 1
}
RETURN entity.name AS entity,
       [label IN labels(entity) WHERE NOT label IN ["Entity", "Actor"]][0] AS label,
       mentions,
       COUNT { (entity)<-[:NAMES]-() } AS documents,
       COUNT { (entity)<-[:SUBJECT]-() } + COUNT { (entity)<-[:OBJECT]-() } AS claims,
       sentence.text AS evidence,
       article.title AS document,
       article.publisher AS publisher,
       article.published AS published,
       coalesce(article.url, article.paths[0]) AS source,
       entity.key AS entityKey,
       sentence.key AS sentenceKey
ORDER BY mentions DESC, entity, entityKey;
