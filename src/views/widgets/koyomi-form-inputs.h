#pragma once

#include "koyomi-form-dialog.h"
#include "koyomi-record.h"
#include "koyomi-text-field.h"

G_BEGIN_DECLS

/* What forms ask for: each input is put into the form under its caption, which has a mnemonic. @changed is called with @data whenever
 * something else is typed. */
KoyomiTextField *koyomi_form_inputs_add_text     (KoyomiFormDialog  *dialog,
                                                  GtkBox            *line,
                                                  const char        *caption,
                                                  const char        *text,
                                                  GCallback          changed,
                                                  gpointer           data);
KoyomiTextField *koyomi_form_inputs_add_lines    (KoyomiFormDialog  *dialog,
                                                  const char        *caption,
                                                  const char        *text);
GtkDropDown     *koyomi_form_inputs_add_word     (KoyomiFormDialog  *dialog,
                                                  GtkBox            *line,
                                                  const char        *caption,
                                                  int                field,
                                                  guint              selected,
                                                  KoyomiLanguage     language);
GtkBox          *koyomi_form_inputs_add_line     (KoyomiFormDialog  *dialog);

gboolean         koyomi_form_inputs_is_filled    (KoyomiTextField   *input);
void             koyomi_form_inputs_read_text    (KoyomiTextField   *input,
                                                  KoyomiRecord      *record,
                                                  int                field);

/* What is typed for a number: NAN when nothing is. */
gboolean         koyomi_form_inputs_read_number  (KoyomiTextField   *input,
                                                  KoyomiLanguage     language,
                                                  double            *number);
char            *koyomi_form_inputs_write_number (double             number) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
