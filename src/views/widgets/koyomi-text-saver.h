#pragma once

#include "koyomi-text-field.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* Writes what a person hands in at a text field, a text or a number, to a field of a row, each time as one edit. */
#define KOYOMI_TYPE_TEXT_SAVER (koyomi_text_saver_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiTextSaver, koyomi_text_saver, KOYOMI, TEXT_SAVER, GObject)

KoyomiTextSaver *koyomi_text_saver_attach       (KoyomiTextField  *input,
                                                 KoyomiWorkspace  *workspace,
                                                 int               field);
void             koyomi_text_saver_set_required (KoyomiTextSaver  *self,
                                                 gboolean          required);
void             koyomi_text_saver_show         (KoyomiTextSaver  *self,
                                                 KoyomiRecord     *record);

G_END_DECLS
