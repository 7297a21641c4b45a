#include "analyzer/evaluator/instruction_budget.h"

#include <gtest/gtest.h>

namespace tfscope {
namespace {

constexpr Budgets kBudgets{.instructions = 10'000'000, .without_new_call = 1'000'000};

TEST(InstructionBudgetTest, EndsWhenItIsSpent) {
  InstructionBudget budget({.instructions = 10});
  EXPECT_TRUE(budget.Spend(9));
  EXPECT_FALSE(budget.Spend(1)) << "the last one is never spent, so that spent and empty are told apart";
  EXPECT_EQ(budget.left(), 1u);
  EXPECT_FALSE(budget.stalls());
  budget.End();
  EXPECT_TRUE(budget.empty());
}

TEST(InstructionBudgetTest, StallsWithoutANewCall) {
  InstructionBudget budget(kBudgets);
  EXPECT_TRUE(budget.Spend(1'000'000));
  EXPECT_FALSE(budget.stalls());
  budget.SpendOne();
  EXPECT_TRUE(budget.stalls());
  budget.NoteNewCall();
  EXPECT_FALSE(budget.stalls());
}

TEST(InstructionBudgetTest, LaterPathsStallSooner) {
  InstructionBudget budget(kBudgets);
  EXPECT_TRUE(budget.Spend(9'000'000));
  budget.StartPath();
  EXPECT_EQ(budget.left(), 2'500'000u);
  EXPECT_TRUE(budget.Spend(125'000));
  EXPECT_FALSE(budget.stalls());
  EXPECT_TRUE(budget.Spend(1));
  EXPECT_TRUE(budget.stalls());
  budget.Start();
  EXPECT_EQ(budget.left(), 10'000'000u);
  EXPECT_TRUE(budget.Spend(125'001));
  EXPECT_FALSE(budget.stalls());
}

TEST(InstructionBudgetTest, LaterPathsCanLoadModulesAgain) {
  InstructionBudget budget({.instructions = 500'000, .without_new_call = 200'000});
  budget.StartPath();
  EXPECT_TRUE(budget.Spend(100'000));
  EXPECT_FALSE(budget.stalls());
  EXPECT_TRUE(budget.Spend(1));
  EXPECT_TRUE(budget.stalls());
}

}  // namespace
}  // namespace tfscope
