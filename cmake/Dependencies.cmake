# Libraries that come from the system's package manager (Debian: see `packages` in ./dev).
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
find_package(fmt REQUIRED)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)

# tl::expected is one header; Debian's package has no CMake target that all versions share.
find_path(TFSCOPE_EXPECTED_INCLUDE tl/expected.hpp)
mark_as_advanced(TFSCOPE_EXPECTED_INCLUDE)
if(NOT TFSCOPE_EXPECTED_INCLUDE)
  message(FATAL_ERROR "tl/expected.hpp not found (Debian: libexpected-dev)")
endif()
add_library(tfscope_expected INTERFACE)
target_include_directories(tfscope_expected SYSTEM INTERFACE "${TFSCOPE_EXPECTED_INCLUDE}")
