#include "koyomi-handover.h"

const char *
koyomi_approval_get_label (guint          self,
                           KoyomiLanguage language)
{
  static const char * const labels[KOYOMI_N_APPROVALS] = { N_("Prepared"), N_("Checked"), N_("Approved") };

  g_return_val_if_fail (self < KOYOMI_N_APPROVALS, NULL);

  return koyomi_tr (language, labels[self]);
}

/* @number: of the document */
char *
koyomi_handover_format_number (const char     *number,
                               KoyomiLanguage  language)
{
  /* Translators: the number of a document */
  return g_strdup_printf (koyomi_tr (language, N_("Document No. %s")), number);
}

/* @number: of the document */
char *
koyomi_handover_format_owner (const char     *organisation,
                              const char     *number,
                              KoyomiLanguage  language)
{
  g_autofree char *text = koyomi_handover_format_number (number, language);

  return *organisation != '\0' ? g_strdup_printf ("%s   %s", organisation, text) : g_steal_pointer (&text);
}
