// Claims of which no date is known
// Claims without a date in documents without a date: membership and order of time cannot be told for them. Give the
// document a date in a manifest to mend it.
// $limit = 100 (integer) no more rows than this
// answers: what=subject
// asks: claim|statement|everything|what|fact|material|entry|sentence|anything|information no+date|not+date|
//   without+date|undated|lack+date|missing+date|miss+date|unknown+date|miss+dating|unclear+date|time+not|place+not|
//   place+time|no+time|timeless|temporal|when+unknown|not+datable|no+dating|date+not+determine|not+determine|
//   not+establish|date+lacking|date+miss|unspecified+date|lack+dating|without+time|lack+time date|carry|have|know|
//   bear|attach|come|lack|miss|missing|lacking|unknown|give|time|place|information|put|fix|say|attribute|assign|
//   temporal|whatsoever|reference?
// asks: undated|date+miss|date+lack|no+date|no+dating date|claim|statement|everything|carry|have|know|miss|missing|
//   lack|unknown|which|material|entry|list|item?
MATCH (article:Document)
WHERE article.published IS NULL
MATCH (article)<-[:FROM_DOCUMENT]-(sentence:Sentence)<-[:SUPPORTED_BY]-(claim:Claim)
WHERE claim.date IS NULL
MATCH (claim)-[:SUBJECT]->(subject:Entity)
MATCH (claim)-[:OBJECT]->(object:Entity)
RETURN subject.name AS subject,
       CASE claim.polarity WHEN "negated" THEN "not " ELSE "" END + claim.predicate AS predicate,
       object.name AS object,
       claim.modality AS modality,
       claim.quote AS evidence,
       article.title AS document,
       article.publisher AS publisher,
       article.published AS published,
       coalesce(article.url, article.paths[0]) AS source,
       claim.confidence AS confidence,
       subject.key AS subjectKey,
       object.key AS objectKey,
       claim.key AS claimKey,
       sentence.key AS sentenceKey
ORDER BY article, article.key, sentence.index, subject, predicate, object, claimKey
LIMIT toInteger($limit);
