/** The models that run inside Hilo: texts into vectors, with ONNX Runtime, on the processor, without a network. */
package dev.hilo.models;
