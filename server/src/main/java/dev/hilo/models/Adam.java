package dev.hilo.models;

/** Steps down a gradient, each weight at a pace of its own (Kingma and Ba, 2015). */
final class Adam {

    private static final float KEPT = 0.9f;
    private static final float KEPT_OF_SQUARES = 0.999f;

    private final float[] momentum;
    private final float[] squares;
    private int steps;

    Adam(int size) {
        momentum = new float[size];
        squares = new float[size];
    }

    void step(float[] weights, float[] gradient, double pace) {
        steps++;
        float rate = (float) (pace * Math.sqrt(1 - Math.pow(KEPT_OF_SQUARES, steps)) / (1 - Math.pow(KEPT, steps)));
        for (int i = 0; i < weights.length; i++) {
            float g = gradient[i];
            momentum[i] = KEPT * momentum[i] + (1 - KEPT) * g;
            squares[i] = KEPT_OF_SQUARES * squares[i] + (1 - KEPT_OF_SQUARES) * g * g;
            weights[i] -= rate * momentum[i] / ((float) Math.sqrt(squares[i]) + 1e-8f);
        }
    }
}
