/** German of english/manual/mremap.ts. */
import type { mremapManualWords as English } from '../../english/manual/mremap';
import type { Translated } from '../../translation';

export const mremapManualWords: Translated<typeof English> = {
  'manual.mremap.locked.1996':
    'Ein gesperrtes Segment wird abgelehnt: seine Abbildung soll nicht geändert werden.',
  'manual.mremap.locked.1996.kernel':
    'Gesperrter Speicher wuchs, schrumpfte und wanderte wie jeder andere. Nur Wachstum, das den gesperrten Speicher insgesamt über RLIMIT_MEMLOCK brachte, wurde abgelehnt, auch für root; und diese Grenze war unendlich, solange niemand sie gesenkt hatte.',
  'manual.mremap.locked.2.4':
    'Ein gesperrtes Segment soll wachsen, und der Prozess hätte dann mehr gesperrt, als RLIMIT_MEMLOCK erlaubt. (Die englische Sammlung behielt die Worte von 1996 bis 2005.)',
  'manual.mremap.locked.2.4.kernel':
    'Die Prüfung von 1996, auch für root; mit MREMAP_FIXED auch dann, wenn nichts wächst und die Grenze schon überschritten ist.',
  'manual.mremap.locked.2010.kernel': 'Seit 2.6.9 befreit CAP_IPC_LOCK von der Grenze.',
  'manual.mremap.locked.today.kernel':
    'Gezählt wird nur, um wie viel eine gesperrte Abbildung wächst. Ein Verschieben lässt die Sperre und die Summe, wie sie sind, und wird deswegen nie abgelehnt.',

  'manual.mremap.unmapped.1996': 'Der Prozess hat an irgendeiner Adresse des alten Bereichs nichts.',
  'manual.mremap.unmapped.1996.kernel':
    'Nur ein vergrößernder Aufruf sah den Bereich an. Wer verkleinerte oder die Größe behielt, bekam die alte Adresse zurück, auch wo nichts abgebildet war.',
  'manual.mremap.unmapped.2.4.kernel':
    'Vergrößernde Aufrufe und solche mit MREMAP_FIXED sehen den Bereich an. Ohne dieses Flag gelingt es an jeder Adresse, zu verkleinern oder die Größe zu behalten.',
  'manual.mremap.unmapped.today.kernel':
    'Seit 5.16 muss bei jedem Aufruf die alte Adresse selbst abgebildet sein (5.16 bis 5.18 gaben versehentlich die Zahl 14 zurück). Löcher dahinter zählen nur, wo Speicher wächst.',

  'manual.mremap.several.1996':
    'Es kommt auch dann, wenn der ganze alte Bereich abgebildet ist, die Abbildungen darin aber nicht alle von einer Art sind.',
  'manual.mremap.several.1996.kernel':
    'Der alte Bereich musste in einem Segment liegen, welcher Art die Nachbarn auch waren, aber nur bei einem vergrößernden Aufruf.',
  'manual.mremap.several.2.4.kernel':
    'Der alte Bereich muss in einer einzigen Abbildung liegen, wenn der Aufruf vergrößert, und mit MREMAP_FIXED immer.',
  'manual.mremap.several.today.kernel':
    'Seit 6.17 darf ein Verschieben mit MREMAP_FIXED, das die Größe behält, über mehrere Abbildungen und über Löcher hinter der ersten gehen. Was vergrößert, verlangt weiterhin eine einzige Abbildung.',

  'manual.mremap.special.1996.kernel': 'Keine Abbildung war besonders: jede konnte wachsen.',
  'manual.mremap.special.2.4.kernel': 'Abbildungen, die ein Treiber so gekennzeichnet hat, wachsen nicht.',
  'manual.mremap.special.today.kernel':
    'Das vdso und Abbildungen von Geräten wachsen nicht. Dieselbe Antwort kommt, wenn MREMAP_FIXED gerade die Abbildung entfernt, die eine alte Größe von null verdoppeln sollte.',

  'manual.mremap.unaligned.1996':
    'Irgendein Argument ist nicht gültig; die Handbuchseite vermutet eine alte Adresse, die nicht auf einer Seitengrenze liegt.',
  'manual.mremap.unaligned.1996.kernel':
    'Mehr als diese Vermutung gab es nicht: kein anderes Argument wurde je für diese Antwort geprüft.',
  'manual.mremap.unaligned.2.4':
    'Der erste von sieben Fehlern einer Liste: die alte Adresse liegt nicht auf einer Seitengrenze.',
  'manual.mremap.unaligned.today':
    'Der erste von zehn Fehlern einer Liste: die alte Adresse liegt nicht auf einer Seitengrenze.',
  'manual.mremap.flags.1996.kernel': 'Alle Bits außer MREMAP_MAYMOVE wurden ignoriert.',
  'manual.mremap.flags.2.4': 'Die Flags enthalten etwas anderes als MREMAP_MAYMOVE und MREMAP_FIXED.',
  'manual.mremap.flags.today':
    'Die Flags enthalten etwas anderes als MREMAP_MAYMOVE, MREMAP_FIXED und MREMAP_DONTUNMAP.',
  'manual.mremap.zero.1996.kernel':
    'Eine neue Größe von null hob die Abbildung des ganzen Bereichs auf und gelang.',
  'manual.mremap.zero.2.4': 'Die neue Größe ist null.',
  'manual.mremap.zero.2.4.kernel':
    '2.4.22 prüfte es noch nicht: eine neue Größe von null hob die Abbildung des Bereichs auf.',
  'manual.mremap.zero.today.kernel':
    'Eine Größe, die beim Aufrunden auf Seiten zu null überläuft, gilt als null.',
  'manual.mremap.invalid.1996.kernel':
    'Eine neue Adresse ließ sich nicht angeben, und eine zu große Größe endete mit ENOMEM.',
  'manual.mremap.invalid.2.4':
    'Die neue Größe oder die neue Adresse ist nicht gültig; wann das so ist, lässt die Handbuchseite offen.',
  'manual.mremap.invalid.2.4.kernel':
    'Nur mit MREMAP_FIXED: die neue Adresse muss auf einer Seitengrenze liegen und der neue Bereich im Benutzerraum enden.',
  'manual.mremap.invalid.today.kernel':
    'Die neue Größe darf bei keinem Aufruf den Adressraum überschreiten, und auch eine neue Adresse, die nur ein Hinweis ist, muss auf einer Seitengrenze liegen.',
  'manual.mremap.fixed.1996.kernel': 'Vor 2.3.31 gab es MREMAP_FIXED nicht.',
  'manual.mremap.fixed.2.4': 'MREMAP_FIXED steht ohne MREMAP_MAYMOVE.',
  'manual.mremap.fixed.today': 'MREMAP_FIXED oder MREMAP_DONTUNMAP steht ohne MREMAP_MAYMOVE.',
  'manual.mremap.overlap.2.4': 'Der neue Bereich hat mit dem alten Seiten gemeinsam.',
  'manual.mremap.overlap.today.kernel':
    'Ein Bereich der Größe null hat keine Seiten: bei einer alten Größe von null darf die neue Adresse die alte sein. Dann wird die Abbildung entfernt, und die Antwort ist EFAULT.',
  'manual.mremap.dontunmap-sizes.today': 'MREMAP_DONTUNMAP steht mit zwei verschiedenen Größen.',
  'manual.mremap.dontunmap-sizes.today.kernel':
    'Seit 6.17 werden die Größen in ganzen Seiten verglichen, davor in Byte.',
  'manual.mremap.dontunmap-kind.today':
    'MREMAP_DONTUNMAP wird auf Speicher benutzt, der nicht durchweg privat und anonym ist.',
  'manual.mremap.dontunmap-kind.today.kernel':
    'Das galt bis 5.12. Seit 5.13 werden nur Abbildungen abgelehnt, die nicht wachsen dürfen (vdso, Geräte).',
  'manual.mremap.other.1996': 'Irgendein Argument ist nicht gültig.',
  'manual.mremap.other.2.4':
    'Irgendein Argument ist nicht gültig; diese Ursache ist keine von denen, die die Handbuchseite aufzählt.',
  'manual.mremap.other.today.kernel':
    'Über die Liste hinaus: eine Abbildung, die sich nicht teilen lässt (ein Teil des vdso, einer Huge Page), Huge Pages, die wachsen oder abseits ihrer Grenzen liegen sollen, ein alter Bereich, der jenseits des Benutzerraums endet, und eine Abbildung, deren Besitzer sie nicht verschieben lässt.',
  'manual.mremap.duplicate.1996.kernel':
    'Eine alte Größe von null machte eine zweite Abbildung neben der ersten, auch bei privatem Speicher, solange MREMAP_MAYMOVE gegeben war.',
  'manual.mremap.duplicate.today': 'Die alte Größe ist null, und der Speicher ist nicht gemeinsam.',
  'manual.mremap.duplicate.today.kernel': 'Das wird seit 4.14 abgelehnt.',
  'manual.mremap.duplicate-in-place.today': 'Die alte Größe ist null, und MREMAP_MAYMOVE ist nicht gegeben.',
  'manual.mremap.duplicate-in-place.today.kernel': 'Die Antwort ist ENOMEM.',

  'manual.mremap.in-place.1996':
    'Der Speicher kann nicht wachsen, wo er liegt, und die Flags enthalten kein MREMAP_MAYMOVE, mit dem er wandern dürfte.',
  'manual.mremap.in-place.today.kernel':
    'An Ort und Stelle wächst er nur, wenn der alte Bereich dort endet, wo seine Abbildung endet, und freie Seiten folgen. Auch eine alte Größe von null ohne MREMAP_MAYMOVE endet hier.',
  'manual.mremap.memory.1996': 'Es ist zu wenig Speicher übrig, oder es sind zu wenig Adressen frei.',
  'manual.mremap.memory.1996.kernel':
    'Keine Lücke war groß genug, oder der Kernel hatte keine Seite für seine Tabellen. RLIMIT_AS gab es nicht, und ob der Speicher vorhanden ist, um den eine Abbildung wächst, wurde nicht geprüft.',
  'manual.mremap.memory.2.4.kernel':
    'Auch RLIMIT_AS lehnt ab und, bei privaten beschreibbaren Abbildungen, eine Schätzung des noch übrigen Speichers.',
  'manual.mremap.memory.2010.kernel':
    'RLIMIT_AS lehnt ab. Speicher, den die Overcommit-Regeln verweigern, wurde versehentlich mit EFAULT beantwortet.',
  'manual.mremap.memory.today':
    'Wie zuvor, und aus zwei weiteren Gründen: was MREMAP_DONTUNMAP anlegt, passt nicht, oder der Prozess hätte zu viele Abbildungen.',
  'manual.mremap.memory.today.kernel':
    'Die Zahl der Abbildungen lehnt ein Verschieben ab, bevor die alte Adresse nachgeschlagen wird. RLIMIT_DATA zählt seit 4.7 privaten beschreibbaren Speicher. Speicher, den die Overcommit-Regeln verweigern, ist wieder ENOMEM.',

  'manual.mremap.denied.2010.kernel': 'Eine neue Adresse unter vm.mmap_min_addr wird abgelehnt.',
  'manual.mremap.denied.today.kernel':
    'Versiegelter Speicher (mseal, seit 6.10) wird bei jedem Aufruf abgelehnt, ebenso eine neue Adresse unter vm.mmap_min_addr.',
};
