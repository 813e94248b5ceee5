# The headers of the standard library, read once a target: that halves the time that clang takes. They also hide an
# #include that is missing, so that one build of the developers' has to go without.
function(parindex_precompile_below directory)
  get_property(targets DIRECTORY "${directory}" PROPERTY BUILDSYSTEM_TARGETS)
  foreach(target IN LISTS targets)
    get_target_property(type ${target} TYPE)
    get_target_property(sources ${target} SOURCES)
    list(LENGTH sources count)
    if(count LESS 4 OR NOT type MATCHES "^(EXECUTABLE|(STATIC|SHARED|OBJECT)_LIBRARY)$")
      continue()
    endif()
    foreach(header IN ITEMS algorithm fstream functional map memory optional ranges set span sstream string
                            string_view unordered_map utility variant vector)
      target_precompile_headers(${target} PRIVATE "$<$<COMPILE_LANGUAGE:CXX>:<${header}$<ANGLE-R>>")
    endforeach()
  endforeach()
  get_property(folders DIRECTORY "${directory}" PROPERTY SUBDIRECTORIES)
  foreach(folder IN LISTS folders)
    parindex_precompile_below("${folder}")
  endforeach()
endfunction()

parindex_precompile_below("${PROJECT_SOURCE_DIR}")
