#pragma once

#include "koyomi-language.h"

G_BEGIN_DECLS

typedef enum
{
  KOYOMI_REPORT_ERROR_UNREADABLE,       /* a file that cannot be opened or read */
  KOYOMI_REPORT_ERROR_NOT_A_WORKBOOK,   /* neither a workbook nor a text table */
  KOYOMI_REPORT_ERROR_PROTECTED,        /* a password, or the old .xls format: to be saved again */
  KOYOMI_REPORT_ERROR_DAMAGED,          /* a workbook that breaks its own rules */
  KOYOMI_REPORT_ERROR_TOO_LARGE,        /* beyond a limit */
  KOYOMI_REPORT_ERROR_ENCODING,         /* bytes that are no text */
  KOYOMI_REPORT_ERROR_INPUT,            /* content that cannot be taken over */
  KOYOMI_REPORT_ERROR_OUTPUT,           /* a file that cannot be written */
  KOYOMI_REPORT_ERROR_OUTPUT_FULL,      /* no room left to write it */
  KOYOMI_REPORT_ERROR_CHECK,            /* what was written is not what is read back */
} KoyomiReportError;

#define KOYOMI_REPORT_ERROR (koyomi_report_error_quark ())
GQuark      koyomi_report_error_quark      (void);

const char *koyomi_report_error_get_advice (KoyomiReportError  code,
                                            KoyomiLanguage     language);

G_END_DECLS
