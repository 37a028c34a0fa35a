package io.abonent.bench.speed;

/**
 * One start of a service.
 *
 * @param readySeconds from the creation of the process until its readiness answers 200
 * @param cpuSeconds of both kinds until then
 * @param residentMegabytes then; the pages of a cache, which processes share, included
 */
record Start(double readySeconds, double cpuSeconds, double residentMegabytes) {}
