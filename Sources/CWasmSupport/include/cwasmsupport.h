/* What Embedded Swift for wasm32 wants from its host, answered here, so that the module imports nothing. */
#ifndef CWASMSUPPORT_H
#define CWASMSUPPORT_H
#endif
