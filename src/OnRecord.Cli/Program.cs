Console.WriteLine("onrecord");
return 0;
