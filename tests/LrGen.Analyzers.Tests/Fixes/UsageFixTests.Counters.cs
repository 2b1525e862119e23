using LrGen.Analyzers.Tests.Harness;
using LrGen.CodeFixes;

namespace LrGen.Analyzers.Tests.Fixes;

/// <summary>The fixes of LRG073.</summary>
public partial class UsageFixTests
{
    [Fact]
    public Task Counted_on() => FixRun<CountOnFix>.VerifyAsync(
        Rates("CosineDecay(0.1, 1_000)", """
            // All epochs.
            for (int epoch = 0; epoch < 90; epoch++)
            {
                long step = 0; // of all

                for (int i = 0; i < batch; i++)
                {
                    Console.WriteLine($"{step}");
                    update(Rates.Rate({|LRG073:step|}));
                    update(Rates.Rate({|LRG073:step++|}));
                }
            }
            for (int epoch = 0; epoch < 90; epoch++)
            {
                var count = 0;
                for (int i = 0; i < batch; i++, count++)
                    update(Rates.Rate({|LRG073:count|}));
            }
            """),
        Rates("CosineDecay(0.1, 1_000)", """
            long step = 0; // of all
            // All epochs.
            for (int epoch = 0; epoch < 90; epoch++)
            {
                for (int i = 0; i < batch; i++)
                {
                    Console.WriteLine($"{step}");
                    update(Rates.Rate(step));
                    update(Rates.Rate(step++));
                }
            }
            var count = 0;
            for (int epoch = 0; epoch < 90; epoch++)
            {
                for (int i = 0; i < batch; i++, count++)
                    update(Rates.Rate(count));
            }
            """));

    [Theory]
    [InlineData("for (int i = 0; i < batch; i++) update(Rates.Rate(i));", "")]
    [InlineData("long step = 0, other = 1; for (int i = 0; i < batch; i++) update(Rates.Rate(step++));", "")]
    [InlineData("long step = 0; for (int i = 0; i < batch; i++) update(Rates.Rate(step++));", "for (int step = 0; step < 3; step++) { }")]
    [InlineData("long step = 0; for (int i = 0; i < batch; i++) update(Rates.Rate(step++)); update(1.0 / step);", "")]
    [InlineData("var all = new int[9]; long step = 0; for (int i = 0; i < batch; i++) update(Rates.Rate(step++) * all[step]);", "")]
    public Task Not_counted_on_where_the_counter_is_of_the_epoch(string body, string after) => AssertNoneAsync<CountOnFix>("LRG073", Rates(
        "CosineDecay(0.1, 1_000)", "for (int epoch = 0; epoch < 90; epoch++)\n{\n" + body + "\n}\n" + after));

    [Fact]
    public Task Step_of_the_whole_training() => FixRun<PassWholeStepFix>.VerifyAsync(
        Rates("CosineDecay(0.1, 1_000)", """
            for (int epoch = 0; epoch < 90; epoch++)
            {
                for (int i = 0; i < batch; i++)
                    update(Rates.Rate({|LRG073:i|}));
                for (long i = 0; i < 50; i++)
                    update(Rates.Rate(step: {|LRG073:i|} /* so far */));
            }
            """),
        Rates("CosineDecay(0.1, 1_000)", """
            for (int epoch = 0; epoch < 90; epoch++)
            {
                for (int i = 0; i < batch; i++)
                    update(Rates.Rate(epoch * batch + i));
                for (long i = 0; i < 50; i++)
                    update(Rates.Rate(step: epoch * 50 + i /* so far */));
            }
            """));

    [Theory]
    [InlineData("for (int epoch = 1; epoch < 90; epoch++) for (int i = 0; i < batch; i++) update(Rates.Rate(i));")]
    [InlineData("for (int epoch = 0; epoch < 90; epoch++) for (int i = 0; i <= batch; i++) update(Rates.Rate(i));")]
    [InlineData("for (int epoch = 0; epoch < 90; epoch++) for (int i = 0; i < batch / devices; i++) update(Rates.Rate(i));")]
    [InlineData("foreach (int epoch in new[] { 1 }) for (int i = 0; i < batch; i++) update(Rates.Rate(i));")]
    public Task No_whole_step_where_two_loops_do_not_count_it(string body) =>
        AssertNoneAsync<PassWholeStepFix>("LRG073", Rates("CosineDecay(0.1, 1_000)", body));

    [Fact]
    public Task Made_once() => FixRun<MakeOnceFix>.VerifyOnlyAsync(
        "LRG073",
        Torch("""
            const int every = 30;
            // Trains.
            for (int epoch = 0; epoch < 90; epoch++)
            {
                // Stairs.
                var scheduler = {|LRG073:torch.optim.lr_scheduler.StepLR(optimizer, every)|}; // as in the paper

                optimizer.step();
                scheduler.step();
            }
            var other = torch.optim.SGD(model.parameters(), 0.1);
            for (int epoch = 0; epoch < 90; epoch++)
            {
                var x2 = x;
                var rate = {|LRG073:new Cursor<Rates.Struct>()|};
                for (int i = 0; i < accumulation; i++)
                {
                    other.ParamGroups.First().LearningRate = rate.Rate;
                    other.step();
                    rate.Advance();
                }
            }
            for (int epoch = 0; epoch < 90; epoch++)
            {
                var plateau = {|LRG073:new Rates.Plateau()|};
                plateau.Report(Validate(model));
            }
            """),
        Torch("""
            const int every = 30;
            // Stairs.
            var scheduler = torch.optim.lr_scheduler.StepLR(optimizer, every); // as in the paper
            // Trains.
            for (int epoch = 0; epoch < 90; epoch++)
            {
                optimizer.step();
                scheduler.step();
            }
            var other = torch.optim.SGD(model.parameters(), 0.1);
            var rate = new Cursor<Rates.Struct>();
            for (int epoch = 0; epoch < 90; epoch++)
            {
                var x2 = x;
                for (int i = 0; i < accumulation; i++)
                {
                    other.ParamGroups.First().LearningRate = rate.Rate;
                    other.step();
                    rate.Advance();
                }
            }
            var plateau = new Rates.Plateau();
            for (int epoch = 0; epoch < 90; epoch++)
            {
                plateau.Report(Validate(model));
            }
            """));

    [Theory]
    [InlineData("{ var scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30 + epoch); optimizer.step(); scheduler.step(); }", "")]
    [InlineData("{ int every = 30; var scheduler = torch.optim.lr_scheduler.StepLR(optimizer, every); optimizer.step(); scheduler.step(); }", "")]
    [InlineData("{ accumulation++; var scheduler = torch.optim.lr_scheduler.StepLR(optimizer, accumulation); optimizer.step(); scheduler.step(); }", "")]
    [InlineData("{ var scheduler = torch.optim.lr_scheduler.StepLR(optimizer, Math.Max(1, 30)); optimizer.step(); scheduler.step(); }", "")]
    [InlineData("{ var scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30); optimizer.step(); scheduler.step(); }", "for (int scheduler = 0; scheduler < 3; scheduler++) { }")]
    public Task Not_made_once_where_each_epoch_has_its_own(string body, string after) =>
        AssertNoneAsync<MakeOnceFix>("LRG073", Torch("for (int epoch = 0; epoch < 90; epoch++)\n" + body + after));
}
