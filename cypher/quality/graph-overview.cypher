// What the graph holds
// How many entities of each label and claims of each predicate there are, and how many of these are denials, plans or
// possibilities.
// answers: what=name
// asks: [how-many|what|which|list] claim|statement|entity|node|predicate|label|relationship and|kind|type?
// asks: [what|which|list] overview|content|contain|hold|inside|size|statistics graph|database
CALL () {
  MATCH (entity:Entity)
  UNWIND [label IN labels(entity) WHERE NOT label IN ["Entity", "Actor"]] AS name
  RETURN "entity" AS kind, name, count(entity) AS count, sum(CASE WHEN entity.listed THEN 1 ELSE 0 END) AS listed,
         null AS negated, null AS planned, null AS possible
  UNION ALL
  MATCH (claim:Claim)
  RETURN "claim" AS kind, claim.predicate AS name, count(claim) AS count, null AS listed,
         sum(CASE claim.polarity WHEN "negated" THEN 1 ELSE 0 END) AS negated,
         sum(CASE claim.modality WHEN "planned" THEN 1 ELSE 0 END) AS planned,
         sum(CASE claim.modality WHEN "possible" THEN 1 ELSE 0 END) AS possible
}
RETURN kind, name, count, listed, negated, planned, possible
ORDER BY kind DESC, count DESC, name;
