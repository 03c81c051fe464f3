#include "koyomi-report-error.h"

G_DEFINE_QUARK (koyomi-report-error-quark, koyomi_report_error)

static const char * const advice[] = {
  [KOYOMI_REPORT_ERROR_UNREADABLE] = N_("Check the name of the file and that you may read it."),
  [KOYOMI_REPORT_ERROR_NOT_A_WORKBOOK] = N_("Give a workbook (.xlsx) or a text table (.csv, .tsv)."),
  [KOYOMI_REPORT_ERROR_PROTECTED] = N_("Open it in a spreadsheet program and save it as .xlsx without a password."),
  [KOYOMI_REPORT_ERROR_DAMAGED] = N_("The file is damaged. Open it in a spreadsheet program and save it again, or fetch it once more."),
  [KOYOMI_REPORT_ERROR_TOO_LARGE] = N_("Remove the sheets, rows or columns that are not needed, and try again."),
  [KOYOMI_REPORT_ERROR_ENCODING] = N_("Save the table as UTF-8 (in Excel: “CSV UTF-8”) and try again."),
  [KOYOMI_REPORT_ERROR_INPUT] = N_("Nothing was changed. Correct the cells that are named and try again."),
  [KOYOMI_REPORT_ERROR_OUTPUT] = N_("A file that was there is as before. Choose a folder that you can write to."),
  [KOYOMI_REPORT_ERROR_OUTPUT_FULL] = N_("A file that was there is as before. Make room on the disk and try again."),
  [KOYOMI_REPORT_ERROR_CHECK] = N_("A file that was there is as before. Check that the disk and the folder for temporary files have room."),
};

/* What to do about it, in a sentence or two. */
const char *
koyomi_report_error_get_advice (KoyomiReportError code,
                                KoyomiLanguage    language)
{
  g_return_val_if_fail (code < G_N_ELEMENTS (advice), "");

  return koyomi_tr (language, advice[code]);
}
