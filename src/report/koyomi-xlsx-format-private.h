#pragma once

#include "koyomi-sheet.h"

G_BEGIN_DECLS

/* What a number format makes of a number. */
typedef enum
{
  KOYOMI_XLSX_FORMAT_NUMBER,
  KOYOMI_XLSX_FORMAT_DAY,
  KOYOMI_XLSX_FORMAT_DAY_TIME,
  KOYOMI_XLSX_FORMAT_TIME,
  KOYOMI_XLSX_FORMAT_DURATION,
} KoyomiXlsxFormat;

KoyomiXlsxFormat  _koyomi_xlsx_format_from_id   (guint             id);
KoyomiXlsxFormat  _koyomi_xlsx_format_from_code (const char       *code);

char             *_koyomi_xlsx_format_apply     (KoyomiXlsxFormat  self,
                                                 double            number,
                                                 gboolean          date1904,
                                                 KoyomiSheetCell  *cell) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
