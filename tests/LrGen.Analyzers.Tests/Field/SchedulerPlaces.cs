namespace LrGen.Analyzers.Tests.Field;

/// <summary>A place where code makes one of TorchSharp's schedulers.</summary>
/// <param name="Name">What it stands for.</param>
/// <param name="Attributes">What declares the same; empty where nothing is to be offered.</param>
/// <param name="Members">The members of a class that trains.</param>
internal sealed record SchedulerPlace(string Name, string Attributes, string Members);

/// <summary>Places of schedulers, of the kinds that public projects and TorchSharp's own training tests have, in words of our own.</summary>
internal static class SchedulerPlaces
{
    private const string Shared = """
        static double Fit(Module<Tensor, Tensor> net, optim.Optimizer opt, LRScheduler plan, int rounds = 10)
        {
            double last = 0;
            for (int i = 0; i < rounds; i++) { opt.zero_grad(); net.call(ones(2, 2)).sum().backward(); opt.step(); plan.step(); last = plan.get_last_lr().First(); }
            return last;
        }
        """;

    public static IReadOnlyList<SchedulerPlace> All { get; } =
    [
        Handed("StepLR", "StepDecay(1, every: 2, factor: 0.5)", "optim.lr_scheduler.StepLR(opt, 2, 0.5)"),
        Handed("StepLR with its defaults", "StepDecay(1, every: 20, factor: 0.1)", "optim.lr_scheduler.StepLR(opt, 20)"),
        Handed("MultiStepLR", "MilestoneDecay(1, factor: 0.3, 2, 5)", "optim.lr_scheduler.MultiStepLR(opt, new[] { 2, 5 }, 0.3)"),
        Handed("ExponentialLR", "ExponentialDecay(1, factor: 0.95)", "optim.lr_scheduler.ExponentialLR(opt, 0.95)"),
        Handed("CosineAnnealingLR", "CosineDecay(1, steps: 8, AfterEnd = AfterEnd.Oscillate)", "optim.lr_scheduler.CosineAnnealingLR(opt, 8)"),
        Handed("PolynomialLR", "PolynomialDecay(1, steps: 10, power: 2)", "optim.lr_scheduler.PolynomialLR(opt, total_iters: 10, power: 2)"),
        Handed("LinearLR up", "Warmup(5, FromRatio = 0.25), Constant(1)", "optim.lr_scheduler.LinearLR(opt, 0.25, 1.0, 5)"),
        Handed("LinearLR down", "LinearDecay(1, to: 0.5, steps: 5)", "optim.lr_scheduler.LinearLR(opt, 1.0, 0.5, 5)"),
        Handed("ConstantLR", "Constant(0.5, Steps = 4), Constant(1)", "optim.lr_scheduler.ConstantLR(opt, 0.5, 4)"),
        Handed("MultiplicativeLR", "ExponentialDecay(1, factor: 0.95)", "optim.lr_scheduler.MultiplicativeLR(opt, e => 0.95)"),
        Handed("LambdaLR", "ExponentialDecay(1, factor: 0.95)", "optim.lr_scheduler.LambdaLR(opt, e => Math.Pow(0.95, e))"),
        Handed("LambdaLR with a warm-up", "Warmup(4), CosineDecay(1, steps: 20)",
            "optim.lr_scheduler.LambdaLR(opt, s => s < 4 ? s / 4.0 : 0.5 * (1 + Math.Cos(Math.PI * Math.Min(s - 4, 20) / 20)))"),
        Handed("a class made with new", "StepDecay(1, every: 3, factor: 0.5)", "new optim.lr_scheduler.impl.StepLR(opt, 3, 0.5)"),
        Handed("another class made with new", "CosineDecay(1, steps: 100, AfterEnd = AfterEnd.Oscillate)", "new optim.lr_scheduler.impl.CosineAnnealingLR(opt, 100)"),
        Handed("a cosine with a floor", "CosineDecay(0.01, steps: 8, Floor = 0.001, AfterEnd = AfterEnd.Oscillate)", "optim.lr_scheduler.CosineAnnealingLR(opt, 8, 0.001)"),
        // At its end the rate of TorchSharp's is 0.
        Handed("OneCycleLR", "", "optim.lr_scheduler.OneCycleLR(opt, 0.1, total_steps: 20, cycle_momentum: false)"),
        Handed("CyclicLR", "Cyclic(0.001, high: 0.01, stepsUp: 5, StepsDown = 10)", "optim.lr_scheduler.CyclicLR(opt, 0.001, 0.01, 5, 10, cycle_momentum: false)"),
        Handed("a cycle that moves the momentum", "", "optim.lr_scheduler.CyclicLR(opt, 0.001, 0.01, 5, 10)"),
        new("values from outside", "StepDecay(1)",
            "static void Train(Module<Tensor, Tensor> net, optim.Optimizer opt, int every, double share) { var plan = optim.lr_scheduler.StepLR(opt, every, share); for (int i = 0; i < 5; i++) { opt.step(); plan.step(); } }"),
        new("an optimizer that is handed in", "ExponentialDecay(1, factor: 0.9)",
            "static void Train(Module<Tensor, Tensor> net, optim.Optimizer opt) { var plan = optim.lr_scheduler.ExponentialLR(opt, 0.9); for (int i = 0; i < 5; i++) { opt.step(); plan.step(); } }"),
        new("a field", "StepDecay(1, every: 30, factor: 0.1)",
            """
            private readonly optim.Optimizer _opt; private readonly LRScheduler _plan;
            public Trainer(Module<Tensor, Tensor> net, double lr) { _opt = optim.SGD(net.parameters(), lr); _plan = optim.lr_scheduler.StepLR(_opt, 30); }
            public void Epoch() { _opt.step(); _plan.step(); }
            """),
        new("a property", "StepDecay(1, every: 30, factor: 0.1)",
            """
            public optim.Optimizer Optimizer { get; } public LRScheduler Plan { get; }
            public Trainer(Module<Tensor, Tensor> net) { Optimizer = optim.Adam(net.parameters()); Plan = optim.lr_scheduler.StepLR(Optimizer, 30); }
            public void Epoch() { Optimizer.step(); Plan.step(); }
            """),
        new("a method that makes one", "ExponentialDecay(1, factor: 0.9)",
            "static LRScheduler Make(optim.Optimizer opt) => optim.lr_scheduler.ExponentialLR(opt, 0.9);"),
        new("a rate that is printed", "StepDecay(1, every: 30, factor: 0.1)",
            """
            static void Train(Module<Tensor, Tensor> net) { var opt = optim.SGD(net.parameters(), 0.1); var plan = optim.lr_scheduler.StepLR(opt, 30);
                for (int e = 0; e < 90; e++) { opt.step(); plan.step(); Console.WriteLine(plan.get_last_lr().First()); } }
            """),
        new("a choice", "ExponentialDecay(1, factor: 0.9)",
            """
            static void Train(Module<Tensor, Tensor> net, bool fast) { var opt = optim.SGD(net.parameters(), 0.1);
                LRScheduler plan = fast ? optim.lr_scheduler.ExponentialLR(opt, 0.9) : optim.lr_scheduler.StepLR(opt, 10);
                for (int e = 0; e < 90; e++) { opt.step(); plan.step(); } }
            """),
        new("one after updates that are gathered", "",
            """
            static void Train(Module<Tensor, Tensor> net) { var opt = optim.SGD(net.parameters(), 0.1); var plan = optim.lr_scheduler.StepLR(opt, 10); int i = 0;
                for (int b = 0; b < 90; b++) { if (++i % 4 == 0) opt.step(); plan.step(); } }
            """),
        new("a first epoch from outside", "",
            """
            static void Train(Module<Tensor, Tensor> net, int first) { var opt = optim.SGD(net.parameters(), 0.1); var plan = optim.lr_scheduler.StepLR(opt, 10);
                for (int e = first; e < 90; e++) { opt.step(); plan.step(); } }
            """),
        new("a rate that is set beside it", "",
            """
            static void Train(Module<Tensor, Tensor> net, LRScheduler? plan) { var opt = optim.SGD(net.parameters(), 0.1); plan = optim.lr_scheduler.StepLR(opt, 10);
                foreach (var g in opt.ParamGroups) g.LearningRate = 0.2; Fit(net, opt, plan); }

            """ + Shared),
    ];

    private static SchedulerPlace Handed(string name, string attributes, string made) => new(name, attributes,
        "static void Train(Module<Tensor, Tensor> net) { var opt = optim.Adam(net.parameters(), 0.01); var plan = " + made + "; Fit(net, opt, plan); }\n" + Shared);
}
