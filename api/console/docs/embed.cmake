# The reader of the OpenAPI document comes from npm, at the version and with the digests of package-lock.json; no script of
# a package is run. Its files and our own become part of the program.
find_program(NPM npm)
if(NOT NPM)
  message(FATAL_ERROR "npm is missing: install nodejs (18 or newer) and npm, see deploy/dependencies")
endif()
set(DOCS_SOURCE ${PROJECT_SOURCE_DIR}/api/console/docs)
set(DOCS_BINARY ${PROJECT_BINARY_DIR}/docs)
set(SWAGGER ${DOCS_BINARY}/node_modules/swagger-ui-dist)
add_custom_command(
  OUTPUT ${DOCS_BINARY}/installed
  BYPRODUCTS ${SWAGGER}/swagger-ui-bundle.js ${SWAGGER}/swagger-ui.css
  COMMAND ${CMAKE_COMMAND} -E make_directory ${DOCS_BINARY}
  COMMAND ${CMAKE_COMMAND} -E copy ${DOCS_SOURCE}/package.json ${DOCS_SOURCE}/package-lock.json ${DOCS_SOURCE}/.npmrc ${DOCS_BINARY}
  COMMAND ${CMAKE_COMMAND} -E chdir ${DOCS_BINARY} ${NPM} ci --ignore-scripts --no-audit --no-fund --loglevel=error
  COMMAND ${CMAKE_COMMAND} -E touch ${DOCS_BINARY}/installed
  DEPENDS ${DOCS_SOURCE}/package.json ${DOCS_SOURCE}/package-lock.json ${DOCS_SOURCE}/.npmrc
  COMMENT "Fetching swagger-ui-dist"
  VERBATIM)

set(STYLE ${PROJECT_SOURCE_DIR}/api/console/style.css)
set(START ${DOCS_SOURCE}/start.js)
configure_file(${PROJECT_SOURCE_DIR}/api/console/embedded.cpp.in ${PROJECT_BINARY_DIR}/docs/embedded.cpp @ONLY)
set_source_files_properties(${PROJECT_BINARY_DIR}/docs/embedded.cpp PROPERTIES
  OBJECT_DEPENDS "${DOCS_BINARY}/installed;${STYLE};${START}")
target_sources(api PRIVATE ${PROJECT_BINARY_DIR}/docs/embedded.cpp)
