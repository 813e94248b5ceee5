# parindex_write_bill(FILE SUBJECT PURPOSE STATIC_LINK third_party... [DEPENDS_ON third_party...])
#   SPDX 2.3: the binary SUBJECT (PURPOSE: LIBRARY, APPLICATION) and its relation to every third party.
function(parindex_write_bill file subject purpose)
  cmake_parse_arguments(PARSE_ARGV 3 arg "" "" "STATIC_LINK;DEPENDS_ON")
  set(packages "")
  set(relationships "")
  foreach(relation STATIC_LINK DEPENDS_ON)
    foreach(name IN LISTS arg_${relation})
      get_property(version GLOBAL PROPERTY "parindex_${name}_VERSION")
      get_property(licence GLOBAL PROPERTY "parindex_${name}_LICENCE")
      string(APPEND packages ",
    {
      \"SPDXID\": \"SPDXRef-${name}\",
      \"name\": \"${name}\",
      \"versionInfo\": \"${version}\",
      \"downloadLocation\": \"NOASSERTION\",
      \"filesAnalyzed\": false,
      \"licenseConcluded\": \"${licence}\",
      \"licenseDeclared\": \"${licence}\",
      \"copyrightText\": \"NOASSERTION\"
    }")
      string(APPEND relationships ",
    {
      \"spdxElementId\": \"SPDXRef-${subject}\",
      \"relationshipType\": \"${relation}\",
      \"relatedSpdxElement\": \"SPDXRef-${name}\"
    }")
    endforeach()
  endforeach()
  # Both are the same for the same content, as long as SOURCE_DATE_EPOCH is.
  string(TIMESTAMP created "%Y-%m-%dT%H:%M:%SZ" UTC)
  string(UUID uuid NAMESPACE 6ba7b811-9dad-11d1-80b4-00c04fd430c8 NAME "parindex ${PROJECT_VERSION} ${created} ${packages}"
         TYPE SHA1)
  configure_file("${PROJECT_SOURCE_DIR}/cmake/bill_of_materials.spdx.json.in" "${file}" @ONLY)
endfunction()
