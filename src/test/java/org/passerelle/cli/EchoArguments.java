package org.passerelle.cli;

/// Stands for the program in [LauncherTest]: prints its Java and its arguments, one a line.
public final class EchoArguments {
    private EchoArguments() {}

    public static void main(String[] arguments) {
        System.out.println("java " + Runtime.version().feature());
        for (var argument : arguments) {
            System.out.println(argument);
        }
        System.exit(arguments.length == 0 ? 0 : 7);
    }
}
