#include "analyzer/evaluator/instruction_budget.h"

#include <gtest/gtest.h>

namespace tfscope {
namespace {

constexpr Budgets kBudgets{
    .instructions = 10'000'000, .without_new_call_building = 3'000'000, .without_new_call = 1'000'000};

TEST(InstructionBudgetTest, EndsWhenItIsSpent) {
  InstructionBudget budget({.instructions = 10});
  EXPECT_TRUE(budget.Spend(9));
  EXPECT_FALSE(budget.Spend(1)) << "the last one is never spent, so that spent and empty are told apart";
  EXPECT_EQ(budget.left(), 1u);
  EXPECT_FALSE(budget.stalls(0));
  budget.End();
  EXPECT_TRUE(budget.empty());
}

TEST(InstructionBudgetTest, StallsWithoutANewCall) {
  InstructionBudget budget(kBudgets);
  EXPECT_TRUE(budget.Spend(1'000'000));
  EXPECT_FALSE(budget.stalls(0));
  budget.SpendOne();
  EXPECT_TRUE(budget.stalls(0));
  budget.NoteNewCall(0);
  EXPECT_FALSE(budget.stalls(0));
}

TEST(InstructionBudgetTest, LaterPathsStallSooner) {
  InstructionBudget budget(kBudgets);
  EXPECT_TRUE(budget.Spend(9'000'000));
  budget.StartPath(0);
  EXPECT_EQ(budget.left(), 2'500'000u);
  EXPECT_TRUE(budget.Spend(100'000));
  EXPECT_FALSE(budget.stalls(0));
  EXPECT_TRUE(budget.Spend(1));
  EXPECT_TRUE(budget.stalls(0));
  budget.Start(0);
  EXPECT_EQ(budget.left(), 10'000'000u);
  EXPECT_TRUE(budget.Spend(100'001));
  EXPECT_FALSE(budget.stalls(0));
}

TEST(InstructionBudgetTest, KnowsWhetherGraphsChangedInAStretch) {
  InstructionBudget budget(kBudgets);
  budget.NoteNewCall(7);
  EXPECT_TRUE(budget.graphs_are_unchanged(7));
  EXPECT_FALSE(budget.graphs_are_unchanged(8));
  EXPECT_TRUE(budget.Spend(1'000'001));
  EXPECT_TRUE(budget.stalls(7));
  EXPECT_FALSE(budget.stalls(8)) << "a deep network is built";
  EXPECT_TRUE(budget.Spend(2'000'000));
  EXPECT_TRUE(budget.stalls(8));
}

TEST(InstructionBudgetTest, StallsWhereAGraphGrowsWithoutAnEvent) {
  InstructionBudget budget({.instructions = 10'000'000, .without_event = 1'000'000});
  EXPECT_TRUE(budget.Spend(1'000'001));
  EXPECT_FALSE(budget.stalls(0)) << "nothing is built: the other limit counts";
  EXPECT_TRUE(budget.stalls(1));
  budget.NoteEvents(1);
  EXPECT_FALSE(budget.stalls(1)) << "a variable was made";
  EXPECT_TRUE(budget.Spend(1'000'001));
  budget.NoteEvents(1);
  EXPECT_TRUE(budget.stalls(1));
}

TEST(InstructionBudgetTest, LeavesLoopsThreeTimesWithoutANewCall) {
  InstructionBudget budget(kBudgets);
  for (int i = 0; i < 3; ++i) {
    EXPECT_FALSE(budget.leaves_loops_without_end());
    budget.NoteLoopsLeft();
  }
  EXPECT_TRUE(budget.leaves_loops_without_end());
  budget.NoteNewCall(0);
  EXPECT_FALSE(budget.leaves_loops_without_end());
}

TEST(InstructionBudgetTest, AfterALoopWasLeftTheNextStretchIsShorter) {
  InstructionBudget budget(kBudgets);
  EXPECT_TRUE(budget.Spend(1'000'001));
  EXPECT_TRUE(budget.stalls(0));
  EXPECT_FALSE(budget.left_loops());
  budget.NoteLoopsLeft();
  EXPECT_FALSE(budget.stalls(0));
  EXPECT_TRUE(budget.left_loops());
  EXPECT_TRUE(budget.Spend(125'001));
  EXPECT_TRUE(budget.stalls(0));
  budget.NoteNewCall(0);
  EXPECT_FALSE(budget.left_loops());
}

TEST(InstructionBudgetTest, LaterPathsCanLoadModulesAgain) {
  InstructionBudget budget(
      {.instructions = 500'000, .without_new_call_building = 200'000, .without_new_call = 200'000});
  budget.StartPath(0);
  EXPECT_TRUE(budget.Spend(100'000));
  EXPECT_FALSE(budget.stalls(0));
  EXPECT_TRUE(budget.Spend(1));
  EXPECT_TRUE(budget.stalls(0));
}

}  // namespace
}  // namespace tfscope
