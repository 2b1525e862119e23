using System;
using System.Globalization;
using @event.@class;
using LrGen;

Write("interface, method", IRates.Held(3));
Write("interface, struct", At(default(IRates.Linear), 3));
Write("record, method", new UsedSettings("a").Rate(5));
Write("generic", Outer<string>.Inner<int>.Rate<string>(3, 4));
Write("keywords, method", @int.@double(1, 1, 0));
Write("keywords, struct", At(default(@int.@record), 4));
Write("no namespace", At(default(Global), 4));

static double At<T>(T schedule, long step)
    where T : struct, ISchedule => schedule.At(step);

static void Write(string name, double rate) => Console.WriteLine($"{name}: {rate.ToString("G6", CultureInfo.InvariantCulture)}");

/// <summary>A schedule in no namespace.</summary>
[Warmup(2), Constant(0.5)]
internal readonly partial struct Global;
