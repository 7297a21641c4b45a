#include "analyzer/evaluator/path_exploration.h"

#include <gtest/gtest.h>

namespace tfscope {
namespace {

BranchPlace PlaceOfImport(uint32_t instruction, CallStackId stack) {
  return {.instruction = instruction, .stack = stack, .importing = {1, 10, 20}};
}

TEST(PathExploration, DividesOnceAtAPlaceAfterTheFirstPaths) {
  ImportDivisions imports;
  PathExploration paths(32, imports);
  paths.Start();
  const BranchPlace place{.instruction = 3};
  for (uint32_t i = 0; i < 6; ++i) paths.NoteDivision(place);
  EXPECT_FALSE(paths.is_explored(place));
  paths.NoteDivision({.instruction = 4});
  EXPECT_TRUE(paths.is_explored(place));
  EXPECT_FALSE(paths.is_explored({.instruction = 5}));
}

TEST(PathExploration, ConditionsOfImportsDivideTheFirstRootsOnly) {
  ImportDivisions imports;
  PathExploration paths(32, imports);
  for (CallStackId root = 0; root < 4; ++root) {
    paths.Start();
    EXPECT_FALSE(paths.is_explored(PlaceOfImport(3, root)));
    paths.NoteDivision(PlaceOfImport(3, root));
    paths.NoteDivision(PlaceOfImport(3, root));
  }
  paths.Start();
  EXPECT_TRUE(paths.is_explored(PlaceOfImport(3, 9)));
  EXPECT_FALSE(paths.is_explored(PlaceOfImport(4, 9)));
}

TEST(PathExploration, OtherConditionsDivideEveryRoot) {
  ImportDivisions imports;
  PathExploration paths(32, imports);
  const BranchPlace place{.instruction = 3};
  for (int root = 0; root < 9; ++root) {
    paths.Start();
    EXPECT_FALSE(paths.is_explored(place));
    paths.NoteDivision(place);
  }
}

}  // namespace
}  // namespace tfscope
