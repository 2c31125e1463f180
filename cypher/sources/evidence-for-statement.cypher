// All evidence for a statement
// Every sentence that says, or denies, that one thing stands to another in some way: to follow a row of any report to
// all of its sources. A visit to a city, or what is held in one, counts for the state in which the reference data has it;
// an event that somebody attended who holds or held a position in the subject counts for the subject.
// $subject = "france" (Entity) the subject
// $object = "nato-liaison-office-tokyo" (Entity) the object
// $predicate = "" (text) only this predicate; "" for all
// answers: what=evidence when=date
// asks: [yes] $subject! *>predicate $object!
// asks: [yes|what|which|list|where|who|how] evidence|proof|source|sentence|prove|passage|ground|basis|back|confirm|show|
//   true|base|cite|attest|document|corroborate|testify|testimony|substantiate|record|reference|citation|footnote|
//   support|verify exist|find|claim|say|show|source|document|sentence|support|cite|attest|passage|prove|verify|
//   corroborate|testify|hold|affirm|deny|all? $subject! *>predicate $object!
// asks: [yes|what|which|list|where] evidence|proof $subject! $object!
MATCH (subject:Entity {key: $subject})
CALL (subject) {
  MATCH (subject)<-[:SUBJECT|OBJECT]-(claim:Claim)
  MATCH (claim)-[:SUBJECT|OBJECT]->(object:Entity {key: $object})
  WHERE EXISTS { (claim)-[:SUBJECT]->(subject) } OR claim.predicate IN ["MET_WITH", "PARTNER_OF", "COOPERATES_WITH"]
  RETURN subject AS actor, claim, object
UNION
  MATCH (subject)<-[:SUBJECT]-(claim:Claim)-[:OBJECT]->(object:Place)-[:LOCATED_IN {origin: "reference"}]->(:State {key: $object})
  WHERE claim.predicate IN ["VISITED", "HELD_IN"]
  RETURN subject AS actor, claim, object
UNION
  MATCH (subject)<-[:HOLDS_POSITION_IN]-(actor:Actor)<-[:SUBJECT]-(claim:Claim {predicate: "PARTICIPATED_IN"})-[:OBJECT]->(object:Event {key: $object})
  RETURN actor, claim, object
}
WITH actor, claim, object WHERE $predicate = "" OR claim.predicate = $predicate
MATCH (claim)-[:SUPPORTED_BY]->(sentence:Sentence)-[:FROM_DOCUMENT]->(article:Document)
RETURN actor.name AS subject,
       claim.predicate AS predicate,
       object.name AS object,
       claim.polarity AS polarity,
       claim.modality AS modality,
       claim.date AS date,
       claim.speaker AS speaker,
       claim.quote AS evidence,
       article.title AS document,
       article.publisher AS publisher,
       article.published AS published,
       coalesce(article.url, article.paths[0]) AS source,
       claim.start AS start,
       claim.end AS end,
       claim.rule AS rule,
       claim.confidence AS confidence,
       claim.key AS claimKey,
       sentence.key AS sentenceKey
ORDER BY predicate, polarity, published, article.key, sentence.index, claimKey;
