# Libraries that come from the system's package manager (Debian: see `install_for_build` in ./dev).
# Designated initializers leave fields to their defaults on purpose, which -Wextra of gcc 12 takes for an oversight.
set(TFSCOPE_WARNINGS -Wall -Wextra -Werror -Wno-missing-field-initializers)
# GCC 12 sees overlapping and overlong copies inside std::string that are not there once it inlines (GCC bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  list(APPEND TFSCOPE_WARNINGS -Wno-restrict -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread)
endif()
# Under sanitizers GCC takes members of <regex>'s states for uninitialized (GCC bug 105562).
if(TFSCOPE_SANITIZE AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  list(APPEND TFSCOPE_WARNINGS -Wno-maybe-uninitialized)
endif()
# The fuzzers are built by clang, whose warnings are not those that the code is kept clean of.
if(TFSCOPE_FUZZ)
  list(REMOVE_ITEM TFSCOPE_WARNINGS -Werror)
endif()

find_package(Threads REQUIRED)

# Libraries that are not installed are got from their repositories, at the tags named here. This path is for machines
# without these packages; the project's own tests run with Debian's.
include(FetchContent)
set(FETCHCONTENT_QUIET OFF)
function(tfscope_library name package repository tag)
  FetchContent_Declare(${name} GIT_REPOSITORY "${repository}" GIT_TAG "${tag}" GIT_SHALLOW ON SYSTEM
    FIND_PACKAGE_ARGS NAMES ${package})
  FetchContent_MakeAvailable(${name})
endfunction()
tfscope_library(fmt fmt https://github.com/fmtlib/fmt.git 9.1.0)
tfscope_library(CLI11 CLI11 https://github.com/CLIUtils/CLI11.git v2.3.2)
tfscope_library(nlohmann_json nlohmann_json https://github.com/nlohmann/json.git v3.11.2)

# A program that stands alone takes fmt as headers: a distribution's library is often a shared one only.
add_library(tfscope_fmt INTERFACE)
target_link_libraries(tfscope_fmt INTERFACE $<IF:$<BOOL:${TFSCOPE_STANDALONE}>,fmt::fmt-header-only,fmt::fmt>)

# Libraries of headers alone, whose packages have no CMake target that all versions share, or one that would link a
# shared library (toml++ in Debian).
function(tfscope_headers target header repository tag)
  find_path(${target}_INCLUDE "${header}")
  mark_as_advanced(${target}_INCLUDE)
  if(NOT ${target}_INCLUDE)
    FetchContent_Declare(${target}_sources GIT_REPOSITORY "${repository}" GIT_TAG "${tag}" GIT_SHALLOW ON
      SOURCE_SUBDIR none)
    FetchContent_MakeAvailable(${target}_sources)
    set(${target}_INCLUDE "${${target}_sources_SOURCE_DIR}/include")
  endif()
  add_library(${target} INTERFACE)
  target_include_directories(${target} SYSTEM INTERFACE "${${target}_INCLUDE}")
endfunction()
tfscope_headers(tfscope_expected tl/expected.hpp https://github.com/TartanLlama/expected.git v1.1.0)
tfscope_headers(tfscope_toml toml++/toml.h https://github.com/marzer/tomlplusplus.git v3.3.0)
