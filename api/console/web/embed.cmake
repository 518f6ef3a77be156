# The console: packages at the versions and with the digests of package-lock.json (no script of a package is run), types
# checked, bundled and compressed. All build folders of this checkout share one result, which is made again when a
# source of it changes. Only the program and what links the library `api` wait for it.
find_program(NPM npm)
find_program(NODE node)
if(NOT NPM OR NOT NODE)
  message(FATAL_ERROR "node or npm is missing: install nodejs (18 or newer) and npm, see deploy/dependencies")
endif()
set(WEB ${PROJECT_SOURCE_DIR}/api/console/web)
cmake_path(IS_PREFIX PROJECT_SOURCE_DIR ${PROJECT_BINARY_DIR} NORMALIZE BUILT_INSIDE)
if(BUILT_INSIDE)
  set(WEB_BUILT ${PROJECT_SOURCE_DIR}/build/web)
else()
  set(WEB_BUILT ${PROJECT_BINARY_DIR}/web)
endif()
file(GLOB_RECURSE WEB_SOURCES CONFIGURE_DEPENDS ${WEB}/src/*)
add_custom_command(
  OUTPUT ${WEB_BUILT}/installed
  COMMAND ${CMAKE_COMMAND} -E make_directory ${WEB_BUILT}
  COMMAND ${CMAKE_COMMAND} -E copy ${WEB}/package.json ${WEB}/package-lock.json ${WEB}/.npmrc ${WEB_BUILT}
  COMMAND ${CMAKE_COMMAND} -E chdir ${WEB_BUILT} ${NPM} ci --ignore-scripts --no-audit --no-fund --loglevel=error
  COMMAND ${CMAKE_COMMAND} -E touch ${WEB_BUILT}/installed
  DEPENDS ${WEB}/package.json ${WEB}/package-lock.json ${WEB}/.npmrc
  COMMENT "Fetching the console's packages"
  VERBATIM)
add_custom_command(
  OUTPUT ${WEB_BUILT}/embedded.cpp
  COMMAND ${NODE} ${WEB}/build.mjs ${WEB_BUILT}
  DEPENDS ${WEB_BUILT}/installed ${WEB}/build.mjs ${WEB}/tsconfig.json ${WEB}/docs-start.js
          ${WEB_SOURCES}
  COMMENT "Bundling the console"
  VERBATIM)
target_sources(api PRIVATE ${WEB_BUILT}/embedded.cpp)
set_source_files_properties(${WEB_BUILT}/embedded.cpp PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
