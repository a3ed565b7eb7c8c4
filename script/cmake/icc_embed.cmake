# icc_embed(target function FILES…): makes the bytes of FILES, with their paths from the repository,
# available to the code of `target` as `icc::function()`, which core/embedded.h declares.
function(icc_embed target function)
  set(output ${PROJECT_BINARY_DIR}/embedded/${function}.cpp)
  set(sources ${ARGN})
  list(TRANSFORM sources PREPEND ${PROJECT_SOURCE_DIR}/)
  string(REPLACE ";" "|" joined "${ARGN}")
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DFUNCTION=${function} -DBASE=${PROJECT_SOURCE_DIR}
            "-DFILES=${joined}" -DOUTPUT=${output} -P ${PROJECT_SOURCE_DIR}/script/cmake/embed.cmake
    DEPENDS ${sources} ${PROJECT_SOURCE_DIR}/script/cmake/embed.cmake
    VERBATIM)
  target_sources(${target} PRIVATE ${output})
  # The standard asks compilers for 65,536 characters in a literal; both of ours take any number.
  set_source_files_properties(${output} PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
endfunction()
