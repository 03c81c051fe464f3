#include "koyomi-report-error.h"

G_DEFINE_QUARK (koyomi-report-error-quark, koyomi_report_error)
