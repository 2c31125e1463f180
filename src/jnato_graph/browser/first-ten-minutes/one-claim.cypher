// 1 One claim and what it rests on
// A claim is a node: SUBJECT is who, OBJECT is what about, ATTRIBUTED_TO is who is said to have said it, SUPPORTED_BY is
// the sentence, FROM_DOCUMENT where that stands. Click a node to read its properties on the right.
// $thing = "nato-liaison-office-tokyo" (Entity) what the claim is about
MATCH (:Entity {key: $thing})<-[:OBJECT]-(claim:Claim)
WITH claim ORDER BY claim.confidence DESC, claim.key LIMIT 1
MATCH subject = (claim)-[:SUBJECT]->(:Entity)
MATCH object = (claim)-[:OBJECT]->(:Entity)
MATCH evidence = (claim)-[:SUPPORTED_BY]->(:Sentence)-[:FROM_DOCUMENT]->(:Document)
OPTIONAL MATCH said = (claim)-[:ATTRIBUTED_TO]->(:Actor)
RETURN subject, object, evidence, said;
