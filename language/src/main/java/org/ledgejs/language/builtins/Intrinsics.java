package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.ClassDecoration;
import org.ledgejs.language.runtime.ElementType;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.IntrinsicFactory;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.PromiseCapability;
import org.ledgejs.language.runtime.Realm;

/** Which file makes which intrinsic. A class of the library loads when its intrinsic is first touched. */
public final class Intrinsics implements IntrinsicFactory {

    @Override
    public JSObject create(Realm realm, Intrinsic which) {
        return switch (which) {
            case OBJECT_PROTOTYPE -> ObjectPrototype.create(realm);
            case OBJECT -> ObjectConstructor.create(realm);
            case FUNCTION_PROTOTYPE -> FunctionPrototype.create(realm);
            case FUNCTION -> FunctionConstructor.create(realm);
            case GENERATOR_FUNCTION, ASYNC_FUNCTION, ASYNC_GENERATOR_FUNCTION -> FunctionConstructor.create(realm, which);
            case FUNCTION_PROTOTYPE_HAS_INSTANCE -> FunctionPrototype.hasInstance(realm);
            case THROW_TYPE_ERROR -> FunctionPrototype.throwTypeError(realm);
            case BOOLEAN_PROTOTYPE -> BooleanPrototype.create(realm);
            case BOOLEAN -> BooleanConstructor.create(realm);
            case SYMBOL_PROTOTYPE -> SymbolPrototype.create(realm);
            case SYMBOL -> SymbolConstructor.create(realm);
            case REFLECT -> ReflectObject.create(realm);
            case NUMBER_PROTOTYPE -> NumberPrototype.create(realm);
            case NUMBER -> NumberConstructor.create(realm);
            case ARRAY_PROTOTYPE -> ArrayPrototype.create(realm);
            case ARRAY_PROTOTYPE_VALUES -> ArrayPrototype.values(realm);
            case ARRAY -> ArrayConstructor.create(realm);
            case ARRAY_ITERATOR_PROTOTYPE -> ArrayIteratorPrototype.create(realm);
            case MAP_PROTOTYPE -> MapPrototype.create(realm);
            case MAP -> MapConstructor.create(realm);
            case MAP_ITERATOR_PROTOTYPE -> TableIteratorPrototype.create(realm, true);
            case SET_PROTOTYPE -> SetPrototype.create(realm);
            case SET -> SetConstructor.create(realm);
            case SET_ITERATOR_PROTOTYPE -> TableIteratorPrototype.create(realm, false);
            case PROMISE_PROTOTYPE -> PromisePrototype.create(realm);
            case PROMISE_THEN -> PromisePrototype.then(realm);
            case PROMISE -> PromiseConstructor.create(realm);
            case ARRAY_BUFFER -> ArrayBufferConstructor.create(realm);
            case ARRAY_BUFFER_PROTOTYPE -> ArrayBufferPrototype.create(realm);
            case SHARED_ARRAY_BUFFER -> ArrayBufferConstructor.createShared(realm);
            case SHARED_ARRAY_BUFFER_PROTOTYPE -> SharedArrayBufferPrototype.create(realm);
            case DATA_VIEW -> DataViewConstructor.create(realm);
            case DATA_VIEW_PROTOTYPE -> DataViewPrototype.create(realm);
            case ATOMICS -> AtomicsObject.create(realm);
            case TYPED_ARRAY -> TypedArrayConstructor.create(realm);
            case TYPED_ARRAY_PROTOTYPE -> TypedArrayPrototype.create(realm);
            case INT8_ARRAY, UINT8_ARRAY, UINT8_CLAMPED_ARRAY, INT16_ARRAY, UINT16_ARRAY, INT32_ARRAY,
                    UINT32_ARRAY, BIGINT64_ARRAY, BIGUINT64_ARRAY, FLOAT16_ARRAY, FLOAT32_ARRAY, FLOAT64_ARRAY -> TypedArrayKinds.createConstructor(realm, ElementType.ofConstructor(which));
            case INT8_ARRAY_PROTOTYPE, UINT8_ARRAY_PROTOTYPE, UINT8_CLAMPED_ARRAY_PROTOTYPE, INT16_ARRAY_PROTOTYPE, UINT16_ARRAY_PROTOTYPE, INT32_ARRAY_PROTOTYPE,
                    UINT32_ARRAY_PROTOTYPE, BIGINT64_ARRAY_PROTOTYPE, BIGUINT64_ARRAY_PROTOTYPE, FLOAT16_ARRAY_PROTOTYPE, FLOAT32_ARRAY_PROTOTYPE, FLOAT64_ARRAY_PROTOTYPE ->
                TypedArrayKinds.createPrototype(realm, ElementType.ofPrototype(which));
            case GENERATOR_FUNCTION_PROTOTYPE, ASYNC_FUNCTION_PROTOTYPE, ASYNC_GENERATOR_FUNCTION_PROTOTYPE -> FunctionKindPrototypes.create(realm, which);
            case GENERATOR_PROTOTYPE -> GeneratorPrototype.create(realm);
            case ASYNC_GENERATOR_PROTOTYPE -> AsyncGeneratorPrototype.create(realm);
            case DISPOSABLE_STACK -> DisposableStackConstructor.create(realm, false);
            case DISPOSABLE_STACK_PROTOTYPE -> DisposableStackPrototype.create(realm, false);
            case ASYNC_DISPOSABLE_STACK -> DisposableStackConstructor.create(realm, true);
            case ASYNC_DISPOSABLE_STACK_PROTOTYPE -> DisposableStackPrototype.create(realm, true);
            case JSON -> JSONObject.create(realm);
            case MATH -> MathObject.create(realm);
            case PROXY -> ProxyConstructor.create(realm);
            case STRING_PROTOTYPE -> StringPrototype.create(realm);
            case STRING -> StringConstructor.create(realm);
            case STRING_ITERATOR_PROTOTYPE -> StringIteratorPrototype.create(realm);
            case INTL -> IntlObject.create(realm);
            case INTL_COLLATOR -> CollatorConstructor.create(realm);
            case INTL_COLLATOR_PROTOTYPE -> CollatorConstructor.createPrototype(realm);
            case INTL_SEGMENTER -> SegmenterConstructor.create(realm);
            case INTL_SEGMENTER_PROTOTYPE -> SegmenterConstructor.createPrototype(realm);
            case INTL_SEGMENTS_PROTOTYPE -> SegmentsPrototype.create(realm);
            case INTL_SEGMENT_ITERATOR_PROTOTYPE -> SegmentsPrototype.createIterator(realm);
            case REGEXP_PROTOTYPE -> RegExpPrototype.create(realm);
            case REGEXP_EXEC -> RegExpPrototype.exec(realm);
            case REGEXP -> RegExpConstructor.create(realm);
            case REGEXP_STRING_ITERATOR_PROTOTYPE -> RegExpStringIteratorPrototype.create(realm);
            case BIGINT_PROTOTYPE -> BigIntPrototype.create(realm);
            case BIGINT -> BigIntConstructor.create(realm);
            case ERROR_PROTOTYPE, EVAL_ERROR_PROTOTYPE, RANGE_ERROR_PROTOTYPE, REFERENCE_ERROR_PROTOTYPE, SYNTAX_ERROR_PROTOTYPE,
                    TYPE_ERROR_PROTOTYPE, URI_ERROR_PROTOTYPE, AGGREGATE_ERROR_PROTOTYPE, SUPPRESSED_ERROR_PROTOTYPE -> ErrorPrototype.create(realm, which);
            case ERROR, EVAL_ERROR, RANGE_ERROR, REFERENCE_ERROR, SYNTAX_ERROR, TYPE_ERROR, URI_ERROR, AGGREGATE_ERROR,
                    SUPPRESSED_ERROR -> ErrorConstructor.create(realm, which);
            case DATE_PROTOTYPE -> DatePrototype.create(realm);
            case DATE -> DateConstructor.create(realm);
            case WEAK_MAP_PROTOTYPE -> WeakMapPrototype.create(realm);
            case WEAK_MAP -> WeakMapConstructor.create(realm);
            case WEAK_SET_PROTOTYPE -> WeakSetConstructor.createPrototype(realm);
            case WEAK_SET -> WeakSetConstructor.create(realm);
            case WEAK_REF_PROTOTYPE -> WeakRefConstructor.createPrototype(realm);
            case WEAK_REF -> WeakRefConstructor.create(realm);
            case FINALIZATION_REGISTRY_PROTOTYPE -> FinalizationRegistryConstructor.createPrototype(realm);
            case FINALIZATION_REGISTRY -> FinalizationRegistryConstructor.create(realm);
            case ERROR_PREPARE_STACK_TRACE -> BuiltinData.function(realm, ErrorConstructor.PREPARE_STACK_TRACE);
            case CALL_SITE_PROTOTYPE -> CallSitePrototype.create(realm);
            case ITERATOR_PROTOTYPE -> IteratorPrototype.create(realm);
            case ITERATOR -> IteratorConstructor.create(realm);
            case ITERATOR_HELPER_PROTOTYPE -> IteratorHelperPrototype.create(realm);
            case WRAP_FOR_VALID_ITERATOR_PROTOTYPE -> IteratorHelperPrototype.createWrapped(realm);
            case ASYNC_ITERATOR_PROTOTYPE -> AsyncIteratorPrototype.create(realm);
            case ASYNC_FROM_SYNC_ITERATOR_PROTOTYPE -> AsyncFromSyncIteratorPrototype.create(realm);
            case FOREIGN_ITERABLE_PROTOTYPE -> ForeignIteratorPrototype.createIterable(realm);
            case FOREIGN_ITERATOR_PROTOTYPE -> ForeignIteratorPrototype.create(realm);
            case EVAL, IS_FINITE, IS_NAN, PARSE_FLOAT, PARSE_INT -> GlobalFunctions.create(realm, which);
            case DECODE_URI, DECODE_URI_COMPONENT, ENCODE_URI, ENCODE_URI_COMPONENT, ESCAPE, UNESCAPE -> URIFunctions.create(realm, which);
            case ABSTRACT_MODULE_SOURCE -> AbstractModuleSource.create(realm);
            case ABSTRACT_MODULE_SOURCE_PROTOTYPE -> AbstractModuleSource.createPrototype(realm);
            case SHADOW_REALM -> ShadowRealmConstructor.create(realm);
            case SHADOW_REALM_PROTOTYPE -> ShadowRealmConstructor.createPrototype(realm);
            case ARRAY_ITERATOR_NEXT -> memberOf(realm, Intrinsic.ARRAY_ITERATOR_PROTOTYPE, which);
            case STRING_ITERATOR_NEXT -> memberOf(realm, Intrinsic.STRING_ITERATOR_PROTOTYPE, which);
            case MAP_ITERATOR_NEXT -> memberOf(realm, Intrinsic.MAP_ITERATOR_PROTOTYPE, which);
            case SET_ITERATOR_NEXT -> memberOf(realm, Intrinsic.SET_ITERATOR_PROTOTYPE, which);
            case GENERATOR_NEXT -> memberOf(realm, Intrinsic.GENERATOR_PROTOTYPE, which);
            default -> throw new UnsupportedOperationException(which + " has no maker of its own");
        };
    }

    /** What comes with another intrinsic that nobody has asked for yet. */
    private static JSObject memberOf(Realm realm, Intrinsic owner, Intrinsic which) {
        realm.intrinsic(owner);
        return realm.intrinsic(which);
    }

    @Override
    public JSObject createGlobalObject(Realm realm) {
        return GlobalObject.create(realm);
    }

    @Override
    public JSObject capabilityExecutor(Realm realm, Object[] functions) {
        return PromiseFunctions.capabilityExecutor(realm, functions);
    }

    @Override
    public JSObject resolvingFunction(Realm realm, PromiseCapability.Resolving resolving, boolean resolve) {
        return PromiseFunctions.resolvingFunction(realm, resolving, resolve);
    }

    @Override
    public JSObject decoratorContext(Realm realm, ClassDecoration.Call call) {
        return DecoratorContext.create(realm, call);
    }
}
